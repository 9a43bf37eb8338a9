// title: 写入一类关系
// why: two unique seeks a row, then the tie by its own id; loading again doubles nothing
// params:
//   rows: {type: list<map>, about: "id, a (start), b (end), props"}
//   version: {type: integer, about: "graph version of this load"}
// slots: {type: {one_of: tie types}}
UNWIND $rows AS row
MATCH (a:Entity {id: row.a})
MATCH (b:Entity {id: row.b})
MERGE (a)-[r:/*slot type*/PARTNER_OF {id: row.id}]->(b)
ON CREATE SET r.first_load = $version
SET r += row.props, r.retired_in = null
