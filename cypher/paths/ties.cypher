// title: 按两端与编号取关系
// why: what is shown of the ties of a path, read only for the paths that are shown; both ends are unique seeks
// params:
//   pairs: {type: list<map>, about: "start, end and id of each tie"}
// columns: [id, type, start, end, properties]
UNWIND $pairs AS pair
MATCH (a:Entity {id: pair.start})
MATCH (b:Entity {id: pair.end})
MATCH (a)-[r]->(b)
WHERE r.id = pair.id
RETURN r.id AS id, type(r) AS type, a.id AS start, b.id AS end, properties(r) AS properties
