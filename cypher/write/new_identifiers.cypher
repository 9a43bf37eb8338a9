// title: 登记新的编号与名称
// why: keys and names that the registry does not hold yet; one that it holds keeps leading where it leads
// params:
//   rows: {type: list<map>, about: "lists of scheme, value and entity"}
//   version: {type: integer, about: "graph version of this load"}
UNWIND $rows AS row
MERGE (i:Identifier {scheme: row[0], value: row[1]})
ON CREATE SET i.entity = row[2], i.first_load = $version
