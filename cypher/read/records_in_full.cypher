// title: 指定的现行记录
// why: of a source of which few rows changed only these are compared; one unique seek an id
// params:
//   ids: {type: list<string>, about: "ids of records"}
// columns: [id, raw, understood, row, file, sheet, sources, first_load]
UNWIND $ids AS id
MATCH (r:Record {id: id})
WHERE r.retired_in IS NULL
RETURN r.id AS id, r.raw AS raw, r.understood AS understood, r.row AS row, r.file AS file,
       r.sheet AS sheet, r.sources AS sources, r.first_load AS first_load
