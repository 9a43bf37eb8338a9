// title: 添加一类关系，一条都还没有
// why: >-
//   a fifth faster than asking for each tie first (measured); should one be there after all, its unique id ends the
//   transaction, and the batch is sent again as `write/new_ties`
// params:
//   rows: {type: list<map>, about: "lists of id, start, end and properties"}
//   version: {type: integer, about: "graph version of this load"}
// slots: {type: {one_of: tie types}}
UNWIND $rows AS row
MATCH (a:Entity {id: row[1]})
MATCH (b:Entity {id: row[2]})
CREATE (a)-[r:/*slot type*/PARTNER_OF {id: row[0]}]->(b)
SET r += row[3], r.first_load = $version
