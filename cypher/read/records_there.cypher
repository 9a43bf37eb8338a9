// title: 已有的记录编号
// why: history counts too; a row that came back is no new one. One unique seek an id
// params:
//   ids: {type: list<string>, about: "ids of records"}
// columns: [id]
UNWIND $ids AS id
MATCH (r:Record {id: id})
RETURN id
