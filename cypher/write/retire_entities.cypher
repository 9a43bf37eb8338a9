// title: 主体退役
// why: what no source states any more is kept as history and left out by default
// params:
//   ids: {type: list<string>, about: "ids"}
//   version: {type: integer, about: "graph version of this load"}
UNWIND $ids AS id
MATCH (n:Entity {id: id})
SET n.retired_in = $version
