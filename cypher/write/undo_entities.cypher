// title: 去掉只因一次装载而有的主体
// why: a body that would not be there without the load is no history when the load is taken back
// params:
//   ids: {type: list<string>, about: "ids of bodies that nobody states any more"}
//   load: {type: integer, about: "graph version the load made"}
// columns: [id]
UNWIND $ids AS id
MATCH (n:Entity {id: id})
WHERE n.first_load = $load
DETACH DELETE n
RETURN id
