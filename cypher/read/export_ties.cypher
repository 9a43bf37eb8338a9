// title: 全部关系
// why: a store built offline takes over every tie of the one it replaces; only entities have ties
// columns: [type, a, b, properties]
MATCH (a)-[r]->(b)
RETURN type(r) AS type, a.id AS a, b.id AS b, properties(r) AS properties
