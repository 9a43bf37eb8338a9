// title: 标识所指的节点
// why: >-
//   a number of a register (MOE code, ROR, division code, project number …) means one entity, and an id that lost a
//   merge keeps resolving; one unique seek a scheme
// params:
//   schemes: {type: list<string>, about: schemes to look in}
//   value: {type: string, about: the identifier as it is kept}
// columns: [id, labels, name, names, former, search_text, city, place, degree, scheme]
UNWIND $schemes AS scheme
MATCH (i:Identifier {scheme: scheme, value: $value})
MATCH (n:Entity {id: i.entity})
RETURN n.id AS id,
       labels(n) AS labels,
       n.name AS name,
       coalesce(n.names, []) AS names,
       coalesce(n.former, []) AS former,
       coalesce(n.search_text, '') AS search_text,
       coalesce(n.city, '未知') AS city,
       coalesce(n.place, n.county, '') AS place,
       coalesce(n.walk_degree, 0) AS degree,
       scheme
ORDER BY scheme, id
