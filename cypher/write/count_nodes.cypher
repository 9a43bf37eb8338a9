// title: 数某类节点
// why: a promise about counts is measured in the graph as it would be, before the load is let through
// params:
//   ids: {type: list<string>, about: "ids the source states"}
//   kind: {type: string, about: "label"}
// columns: [found]
UNWIND $ids AS id
MATCH (n:Entity {id: id})
WHERE $kind IN labels(n) AND n.retired_in IS NULL
RETURN count(DISTINCT n) AS found
