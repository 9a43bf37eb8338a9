// title: 补写空列表与含空字的列表
// why: the import tool has no way to say that a list is there and empty, or has an empty text in it (neo4j issue 13566)
// params:
//   rows: {type: list<map>, about: "id, key and value"}
// slots: {label: {one_of: labels}}
UNWIND $rows AS row
MATCH (n:/*slot label*/Journal {id: row.id})
SET n[row.key] = row.value
