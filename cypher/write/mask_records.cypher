// title: 隐去记录里的人
// why: a person who asks to be left out is taken out of the rows as received, too
// params:
//   rows: {type: list<map>, about: "id, raw, understood"}
UNWIND $rows AS row
MATCH (r:Record {id: row.id})
SET r.raw = row.raw, r.understood = row.understood
