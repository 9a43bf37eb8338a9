// title: 一个节点的关系与邻居
// why: the ties of one node with their sources, kind by kind; history (retired ties) is left out
// params:
//   id: {type: string, about: id of the entity}
//   types: {type: list<string>, about: tie types wanted; an empty list means all, default: []}
//   limit: {type: integer, about: at most so many ties, default: 200}
// columns: [type, forward, tie, id, labels, name, city, place]
MATCH (n:Entity {id: $id})-[r]-(m:Entity)
WHERE r.retired_in IS NULL AND (size($types) = 0 OR type(r) IN $types)
RETURN type(r) AS type,
       startNode(r) = n AS forward,
       properties(r) AS tie,
       m.id AS id,
       labels(m) AS labels,
       m.name AS name,
       coalesce(m.city, '未知') AS city,
       coalesce(m.place, '') AS place
ORDER BY type, forward DESC, name, id, r.id
LIMIT $limit
