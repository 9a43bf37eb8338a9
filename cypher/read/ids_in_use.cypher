// title: 已在用的编号
// why: two keys may hash to one id; a body that is history and that no record states may come back under its id
// params:
//   ids: {type: list<string>, about: "ids about to be given"}
// columns: [id]
UNWIND $ids AS id
MATCH (n:Entity {id: id})
WHERE n.retired_in IS NULL
RETURN n.id AS id
