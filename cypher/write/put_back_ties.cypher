// title: 放回留存的关系
// why: a tie that was history before the load is the same history again
// params:
//   ids: {type: list<string>, about: "ids of ties that nobody states"}
//   load: {type: integer, about: "graph version the load made"}
// slots: {type: {one_of: tie types}}
UNWIND $ids AS id
MATCH (s:Superseded {id: toString($load) + '|Tie|' + id})
MATCH (a:Entity {id: s.superseded_ends[0]})
MATCH (b:Entity {id: s.superseded_ends[1]})
MERGE (a)-[r:/*slot type*/PARTNER_OF {id: id}]->(b)
SET r = properties(s)
SET r.id = id, r.superseded_id = null, r.superseded_in = null, r.superseded_kind = null, r.superseded_type = null,
    r.superseded_ends = null
