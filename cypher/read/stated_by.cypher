// title: 一个来源所述的主体与关系数
// why: a load of the rows that changed still says how much the whole source states
// params:
//   source: {type: string, about: "id of the source"}
// columns: [nodes, ties]
MATCH (n:Entity)
WHERE n.retired_in IS NULL AND $source IN n.sources
WITH count(n) AS nodes
OPTIONAL MATCH (:Entity)-[r]->(:Entity)
WHERE r.retired_in IS NULL AND $source IN r.sources
RETURN nodes, count(r) AS ties
