// title: 添加一类新关系
// why: two unique seeks a row, then the tie by its own id; a batch that is sent again changes nothing
// params:
//   rows: {type: list<map>, about: "lists of id, start, end and properties"}
//   version: {type: integer, about: "graph version of this load"}
// slots: {type: {one_of: tie types}}
UNWIND $rows AS row
MATCH (a:Entity {id: row[1]})
MATCH (b:Entity {id: row[2]})
MERGE (a)-[r:/*slot type*/PARTNER_OF {id: row[0]}]->(b)
ON CREATE SET r += row[3], r.first_load = $version
