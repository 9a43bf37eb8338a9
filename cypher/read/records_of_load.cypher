// title: 一次装载新增或退役的记录
// why: taking a load back takes the new rows away and the retired ones out of history
// params:
//   source: {type: string, about: "id of the source"}
//   load: {type: integer, about: "graph version the load made"}
// columns: [id, understood, new, retired]
MATCH (r:Record {source: $source})
WHERE r.first_load = $load OR r.retired_in = $load
RETURN r.id AS id, r.understood AS understood, r.first_load = $load AS new, r.retired_in IS NOT NULL AS retired
