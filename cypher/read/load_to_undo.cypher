// title: 要撤销的一次装载
// why: only the latest load of a source can be taken back, and only one that kept what it replaced
// params:
//   load: {type: integer, about: "graph version the load made"}
// columns: [load, source, kept, undone_in, current, version]
MATCH (l:Load {id: $load})
OPTIONAL MATCH (s:Source {id: l.source})
OPTIONAL MATCH (v:Version {id: s.current})
RETURN l.id AS load, l.source AS source, coalesce(l.kept_before, false) AS kept, l.undone_in AS undone_in,
       v.load AS current, v.id AS version
