// title: 清空一类节点，一批
// why: a rebuild empties the graph in batches that a small server can hold; registry, journal, loads and findings stay
// params:
//   limit: {type: integer, about: "nodes a batch"}
// slots: {label: {one_of: labels}}
// columns: [removed]
MATCH (n:/*slot label*/Entity)
WITH n LIMIT $limit
DETACH DELETE n
RETURN count(*) AS removed
