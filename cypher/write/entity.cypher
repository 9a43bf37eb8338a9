// title: 写入一类主体
// why: one unique seek a row; a property that nobody states any more comes as null and is taken away
// params:
//   rows: {type: list<map>, about: "id, props"}
//   version: {type: integer, about: "graph version of this load"}
// slots: {kind: {one_of: labels}, group: {one_of: "group of the kind, or the kind again"}}
UNWIND $rows AS row
MERGE (n:Entity {id: row.id})
ON CREATE SET n.first_load = $version
SET n:/*slot kind*/University:/*slot group*/Organisation
SET n += row.props, n.retired_in = null
