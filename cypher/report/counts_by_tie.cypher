// title: 各类关系数
// why: what is in the graph, by type of tie; what is retired is history and is not counted
// columns: [type, count]
MATCH (:Entity)-[r]->(:Entity)
WHERE r.retired_in IS NULL
RETURN type(r) AS type, count(*) AS count
ORDER BY type
