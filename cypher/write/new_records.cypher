// title: 添加新记录
// why: rows that the graph has never held; a batch that is sent again changes nothing
// params:
//   rows: {type: list<map>, about: "lists of id and properties"}
//   version: {type: integer, about: "graph version of this load"}
UNWIND $rows AS row
MERGE (r:Record {id: row[0]})
ON CREATE SET r += row[1], r.first_load = $version
