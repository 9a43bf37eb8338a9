// title: 城市随之而定的节点
// why: whose side follows from these places and bodies, over at most four steps (a person, a body, a park, a zone); one
//   list, since a county may have a million of them
// params:
//   ids: {type: list<string>, about: "ids whose properties or ties changed"}
// columns: [ids]
UNWIND $ids AS id
MATCH (n:Entity {id: id}) USING INDEX SEEK n:Entity(id)
MATCH (n)<-[:LOCATED_IN|PART_OF|MANAGED_BY|WORKS_AT*1..4]-(m:Entity)
RETURN collect(DISTINCT m.id) AS ids
