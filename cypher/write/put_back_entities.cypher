// title: 放回留存的主体
// why: a body that was history before the load is the same history again, labels and all
// params:
//   ids: {type: list<string>, about: "ids of bodies that nobody states"}
//   load: {type: integer, about: "graph version the load made"}
UNWIND $ids AS id
MATCH (s:Superseded {id: toString($load) + '|Entity|' + id})
MERGE (n:Entity {id: id})
REMOVE n:$([label IN labels(n) WHERE label <> 'Entity'])
SET n:$(s.superseded_labels)
SET n = properties(s)
SET n.id = id, n.superseded_id = null, n.superseded_in = null, n.superseded_kind = null, n.superseded_labels = null
