// title: 登记编号与名称
// why: >-
//   every key and name of a body leads to its id, and stays registered when no source states it any more; where it
//   led before is kept, so that a load can be taken back
// params:
//   rows: {type: list<map>, about: "scheme, value, entity"}
//   version: {type: integer, about: "graph version of this load"}
UNWIND $rows AS row
MERGE (i:Identifier {scheme: row.scheme, value: row.value})
ON CREATE SET i.first_load = $version
FOREACH (_ IN CASE WHEN i.entity <> row.entity THEN [1] ELSE [] END |
  MERGE (s:Superseded {id: toString($version) + '|Identifier|' + row.scheme + '|' + row.value})
  ON CREATE SET s += properties(i), s.superseded_in = $version, s.superseded_kind = 'Identifier'
)
SET i.entity = row.entity
