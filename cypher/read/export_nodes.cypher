// title: 全部节点
// why: a store built offline takes over everything that is in the one it replaces, the books included
// columns: [labels, properties]
MATCH (n)
RETURN labels(n) AS labels, properties(n) AS properties
