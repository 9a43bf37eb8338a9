// title: 名称或别名完全相同的节点
// why: the registry keeps every folded name and alias by kind, so an exact name is a range seek and never a likeness
// params:
//   names: {type: list<map>, about: "scheme (name:Kind or alias:Kind) and prefix (folded name and |) of each name"}
// columns: [id, labels, name, names, former, search_text, city, place, degree, scheme]
UNWIND $names AS name
MATCH (i:Identifier)
WHERE i.scheme = name.scheme AND i.value STARTS WITH name.prefix
MATCH (n:Entity {id: i.entity})
WHERE n.retired_in IS NULL
RETURN DISTINCT n.id AS id,
       labels(n) AS labels,
       n.name AS name,
       coalesce(n.names, []) AS names,
       coalesce(n.former, []) AS former,
       coalesce(n.search_text, '') AS search_text,
       coalesce(n.city, '未知') AS city,
       coalesce(n.place, n.county, '') AS place,
       coalesce(n.walk_degree, 0) AS degree,
       i.scheme AS scheme
ORDER BY id
