// title: 一个节点的关系，按页
// why: >-
//   a hub has thousands of ties, so they are read by page, keyset style, in an order that new ties do not upset
//   (type, name of the other end, id of the tie)
// params:
//   id: {type: string, about: id of the entity}
//   types: {type: list<string>, about: tie types wanted; an empty list means all, default: []}
//   after: {type: list<string>, about: "type, name and tie id of the last row shown; empty from the start", default: []}
//   limit: {type: integer, about: at most so many, default: 50}
// columns: [id, type, start, end, properties, other, labels, name, city, place]
MATCH (n:Entity {id: $id})-[r]-(m:Entity)
WHERE r.retired_in IS NULL
  AND (size($types) = 0 OR type(r) IN $types)
  AND (size($after) = 0
       OR type(r) > $after[0]
       OR (type(r) = $after[0] AND (m.name > $after[1] OR (m.name = $after[1] AND r.id > $after[2]))))
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
ORDER BY type, name, r.id
LIMIT $limit
