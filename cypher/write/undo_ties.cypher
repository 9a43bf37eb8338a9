// title: 去掉只因一次装载而有的关系
// why: a tie that would not be there without the load is no history when the load is taken back
// params:
//   ids: {type: list<string>, about: "ids of ties that nobody states any more"}
//   load: {type: integer, about: "graph version the load made"}
// slots: {type: {one_of: tie types}}
// columns: [id]
UNWIND $ids AS id
MATCH ()-[r:/*slot type*/PARTNER_OF {id: id}]->()
USING INDEX SEEK r:/*slot type*/PARTNER_OF(id)
WHERE r.first_load = $load
DELETE r
RETURN id
