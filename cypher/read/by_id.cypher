// title: 编号所指的节点
// why: an id names one entity, also one that is history
// params:
//   id: {type: string, about: id of an entity}
// columns: [id, labels, name, names, former, search_text, city, place, degree, scheme]
MATCH (n:Entity {id: $id})
RETURN n.id AS id,
       labels(n) AS labels,
       n.name AS name,
       coalesce(n.names, []) AS names,
       coalesce(n.former, []) AS former,
       coalesce(n.search_text, '') AS search_text,
       coalesce(n.city, '未知') AS city,
       coalesce(n.place, n.county, '') AS place,
       coalesce(n.walk_degree, 0) AS degree,
       'id' AS scheme
