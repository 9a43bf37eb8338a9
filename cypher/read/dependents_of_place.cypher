// title: 城市随之而定的节点
// why: whose side follows from these places and bodies, over at most four steps (a person, a body, a park, a zone)
// params:
//   ids: {type: list<string>, about: "ids whose properties or ties changed"}
// columns: [id]
UNWIND $ids AS id
MATCH (n:Entity {id: id})
MATCH (n)<-[:LOCATED_IN|PART_OF|MANAGED_BY|WORKS_AT*0..4]-(m:Entity)
RETURN DISTINCT m.id AS id
