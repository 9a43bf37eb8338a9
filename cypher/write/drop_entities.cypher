// title: 去掉已并入的主体
// why: the body lives on under the id that won; the lost id keeps resolving by the registry
// params:
//   ids: {type: list<string>, about: "ids"}
UNWIND $ids AS id
MATCH (n:Entity {id: id})
DETACH DELETE n
