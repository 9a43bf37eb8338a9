// title: 已有的关系编号
// why: a tie that came back from history is no new one; one unique seek an id
// params:
//   ids: {type: list<string>, about: "ids of ties"}
// slots: {type: {one_of: tie types}}
// columns: [id]
UNWIND $ids AS id
MATCH ()-[r:/*slot type*/PARTNER_OF {id: id}]->()
USING INDEX SEEK r:/*slot type*/PARTNER_OF(id)
RETURN id
