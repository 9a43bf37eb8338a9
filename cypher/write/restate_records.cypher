// title: 记录所指主体改变
// why: a merge or split gives the bodies a record is about other ids; what the record says stays the same
// params:
//   rows: {type: list<map>, about: "id, understood"}
UNWIND $rows AS row
MATCH (r:Record {id: row.id})
SET r.understood = row.understood
