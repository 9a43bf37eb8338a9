// title: 合并后的编号改指
// why: an id that lost a merge keeps resolving; registered keys and names follow by this entry
// params:
//   rows: {type: list<map>, about: "old and new id"}
//   version: {type: integer, about: "graph version of this load"}
UNWIND $rows AS row
MERGE (m:Identifier {scheme: 'merged', value: row.old})
ON CREATE SET m.first_load = $version
FOREACH (_ IN CASE WHEN m.entity <> row.new THEN [1] ELSE [] END |
  MERGE (s:Superseded {id: toString($version) + '|Identifier|merged|' + row.old})
  ON CREATE SET s += properties(m), s.superseded_in = $version, s.superseded_kind = 'Identifier'
)
SET m.entity = row.new
