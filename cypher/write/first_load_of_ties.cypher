// title: 关系首次装载的时候，撤销之后
// why: a tie that the load dropped gets its first load back; one that a later load states too was first loaded by that one
// params:
//   ids: {type: list<string>, about: "ids of ties that are stated"}
//   load: {type: integer, about: "graph version the load made"}
// slots: {type: {one_of: tie types}}
UNWIND $ids AS id
MATCH ()-[n:/*slot type*/PARTNER_OF {id: id}]->()
USING INDEX SEEK n:/*slot type*/PARTNER_OF(id)
OPTIONAL MATCH (s:Superseded {id: toString($load) + '|Tie|' + id})
OPTIONAL MATCH (r:Record)
WHERE n.first_load = $load AND r.id IN n.records AND r.first_load > $load
WITH n, s, min(r.first_load) AS later
SET n.first_load = coalesce(s.first_load, later, n.first_load)
