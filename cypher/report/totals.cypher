// title: 库中全部节点数与关系数
// why: what a backup held and what a restore gives back; both come from the count store, nothing is scanned
// columns: [nodes, ties]
CALL () { MATCH (n) RETURN count(n) AS nodes }
CALL () { MATCH ()-[r]->() RETURN count(r) AS ties }
RETURN nodes, ties
