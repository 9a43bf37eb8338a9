// title: 来源的现行记录
// why: a load compares what a source says now with what it said before
// params:
//   source: {type: string, about: "id of the source"}
// columns: [id, raw, understood, row, file, sheet, sources, first_load]
MATCH (r:Record {source: $source})
WHERE r.retired_in IS NULL
RETURN r.id AS id, r.raw AS raw, r.understood AS understood, r.row AS row, r.file AS file,
       r.sheet AS sheet, r.sources AS sources, r.first_load AS first_load
