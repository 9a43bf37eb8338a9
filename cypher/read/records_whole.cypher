// title: 记录全文，含已退役的
// why: who asks to be left out is taken out of history as well
// params:
//   entity: {type: string, about: "id of a body"}
// columns: [id, raw, understood, retired]
MATCH (n:Entity {id: $entity})
UNWIND n.records AS record
MATCH (r:Record {id: record})
RETURN r.id AS id, r.raw AS raw, r.understood AS understood, r.retired_in IS NOT NULL AS retired
