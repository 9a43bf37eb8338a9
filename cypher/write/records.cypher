// title: 写入记录
// why: >-
//   one row as received and what was understood from it; bodies and ties are derived from these alone. Only rows that
//   changed are written, so `version` is the version of the source that last wrote the row
// params:
//   rows: {type: list<map>, about: "id, row, file, sheet, raw, understood, sources"}
//   source: {type: string, about: "id of the source"}
//   source_version: {type: string, about: "id of its version"}
//   version: {type: integer, about: "graph version of this load"}
UNWIND $rows AS row
MERGE (r:Record {id: row.id})
ON CREATE SET r.first_load = $version
SET r.source = $source, r.version = $source_version, r.row = row.row, r.file = row.file, r.sheet = row.sheet,
    r.raw = row.raw, r.understood = row.understood, r.sources = row.sources, r.retired_in = null
