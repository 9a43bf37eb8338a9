// title: 记一次装载
// why: which load changed what, when, and which look-alikes wait for a person
// params:
//   id: {type: integer, about: "graph version of this load"}
//   props: {type: map, about: "source, version, started, finished, counts, queued, unmapped, rejects"}
MERGE (l:Load {id: $id})
SET l += $props
