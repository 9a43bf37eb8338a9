// title: 登记的首次装载，撤销之后
// why: a key that only the load taken back had registered, but a later load states too, was registered by that one
// params:
//   load: {type: integer, about: "graph version the load made"}
//   version: {type: integer, about: "graph version after taking it back, under which the keys were registered again"}
MATCH (i:Identifier)
WHERE i.first_load = $version
MATCH (n:Entity {id: i.entity})
OPTIONAL MATCH (r:Record)
WHERE r.id IN n.records AND r.first_load > $load
WITH i, n, min(r.first_load) AS later
SET i.first_load = coalesce(later, n.first_load)
