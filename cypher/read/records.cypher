// title: 按编号取记录
// why: the rows an entity or a tie rests on, as received and as understood
// params:
//   ids: {type: list<string>, about: ids of records}
// columns: [id, source, file, row, raw]
UNWIND $ids AS id
MATCH (r:Record {id: id})
RETURN r.id AS id, r.source AS source, r.file AS file, r.row AS row, r.raw AS raw
