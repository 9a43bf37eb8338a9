// title: 各类节点数
// why: what is in the graph, by label; what is retired is history and is not counted
// columns: [label, count]
MATCH (n:Entity)
WHERE n.retired_in IS NULL
UNWIND labels(n) AS label
WITH label WHERE label <> 'Entity'
RETURN label, count(*) AS count
ORDER BY label
