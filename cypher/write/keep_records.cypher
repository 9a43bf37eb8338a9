// title: 留存被替换的记录
// why: >-
//   a load can be taken back exactly, so what it replaces is kept under its number: the whole row where the row
//   changed, its place in the file where it only moved, the bodies it is about where only those changed
// params:
//   rows: {type: list<map>, about: "id of a record and part: whole, place or bodies"}
//   version: {type: integer, about: "graph version of this load"}
UNWIND $rows AS row
MATCH (r:Record {id: row.id})
MERGE (s:Superseded {id: toString($version) + '|Record|' + row.id})
SET s = CASE row.part
          WHEN 'whole' THEN properties(r)
          WHEN 'place' THEN r {.row, .file, .sheet, .version}
          ELSE r {.understood}
        END,
    s.id = toString($version) + '|Record|' + row.id, s.superseded_id = row.id, s.superseded_in = $version,
    s.superseded_kind = 'Record', s.superseded_part = row.part
