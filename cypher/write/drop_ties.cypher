// title: 去掉改指的关系
// why: the claim stands, but the body it is about has another id now; the tie under the old id is no history
// params:
//   ids: {type: list<string>, about: "ids of ties"}
// slots: {type: {one_of: tie types}}
UNWIND $ids AS id
MATCH ()-[r:/*slot type*/PARTNER_OF {id: id}]->()
USING INDEX SEEK r:/*slot type*/PARTNER_OF(id)
DELETE r
