// title: 写入来源与所引出版物
// why: whoever shows a fact shows who published it; an address comes for the marks O and R only
// params:
//   rows: {type: list<map>, about: "id, props"}
//   version: {type: integer, about: "graph version of this load"}
UNWIND $rows AS row
MERGE (s:Source {id: row.id})
ON CREATE SET s.first_load = $version
SET s += row.props
