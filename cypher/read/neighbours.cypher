// title: 一个节点的关系与邻居
// why: the ties of one node with what is at their other ends, the heaviest kinds first; history (retired) is left out
// params:
//   id: {type: string, about: id of the entity}
//   weights: {type: map, about: weight of each tie type}
//   limit: {type: integer, about: at most so many ties, default: 200}
// columns: [id, type, start, end, properties, other, labels, name, city, place]
MATCH (n:Entity {id: $id})-[r]-(m:Entity)
WHERE r.retired_in IS NULL
WITH n, r, m, coalesce($weights[type(r)], 0.0) AS weight
ORDER BY weight DESC, type(r), m.name, r.id
LIMIT $limit
RETURN r.id AS id,
       type(r) AS type,
       startNode(r).id AS start,
       endNode(r).id AS end,
       properties(r) AS properties,
       m.id AS other,
       labels(m) AS labels,
       m.name AS name,
       coalesce(m.city, '未知') AS city,
       coalesce(m.place, '') AS place
