// title: 写入来源版本
// why: one file as received, its hash, what was declared and what became of its rows
// params:
//   id: {type: string, about: "source@hash"}
//   source: {type: string, about: "id of the source"}
//   props: {type: map, about: "hash, declared, read, loaded, rejected, left_out, retrieved, every, due, content, load"}
MATCH (s:Source {id: $source})
MERGE (v:Version {id: $id})
SET v.source = $source, v += $props, s.current = $id
