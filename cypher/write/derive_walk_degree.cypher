// title: 可走关系数
// why: whether a body is a hub must be known before a path is asked for; ties that are history or inferred do not count
// params:
//   ids: {type: list<string>, about: "ids whose ties changed"}
//   types: {type: list<string>, about: "types a path may walk anywhere"}
UNWIND $ids AS id
MATCH (n:Entity {id: id}) USING INDEX SEEK n:Entity(id)
SET n.walk_degree = COUNT {
  (n)-[r:$any($types)]-() WHERE r.retired_in IS NULL AND coalesce(r.inferred, false) = false
}
