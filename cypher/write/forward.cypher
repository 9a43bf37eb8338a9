// title: 合并后的编号改指
// why: an id that lost a merge keeps resolving; registered keys and names follow by this entry
// params:
//   rows: {type: list<map>, about: "old and new id"}
UNWIND $rows AS row
MERGE (m:Identifier {scheme: 'merged', value: row.old})
SET m.entity = row.new
