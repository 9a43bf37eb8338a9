// title: 主体改类
// why: a node has one kind; when the preferred source calls it another, the old label goes
// params:
//   ids: {type: list<string>, about: "ids"}
// slots: {kind: {one_of: labels}, group: {one_of: "group of the kind, or the kind again"}}
UNWIND $ids AS id
MATCH (n:Entity {id: id})
REMOVE n:/*slot kind*/University, n:/*slot group*/Organisation
SET n = {id: n.id, first_load: n.first_load}
