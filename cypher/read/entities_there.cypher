// title: 已有的主体编号
// why: history counts too; a body that came back from it is no new one. One unique seek an id
// params:
//   ids: {type: list<string>, about: "ids"}
// columns: [id]
UNWIND $ids AS id
MATCH (n:Entity {id: id})
RETURN id
