// title: 添加一类新主体
// why: >-
//   nothing is set where the node is there already, so no row waits for the others (no Eager step) and a batch that is
//   sent again changes nothing; properties nobody states are left out of the map, which is faster than setting null
// params:
//   rows: {type: list<map>, about: "lists of id and properties"}
//   version: {type: integer, about: "graph version of this load"}
// slots: {kind: {one_of: labels}, group: {one_of: "group of the kind, or the kind again"}}
UNWIND $rows AS row
MERGE (n:Entity {id: row[0]})
ON CREATE SET n:/*slot kind*/University:/*slot group*/Organisation, n += row[1], n.first_load = $version
