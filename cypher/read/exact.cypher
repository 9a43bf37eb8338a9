// title: 名称、编号或标识完全相同的节点
// why: >-
//   many names in one statement, one index seek a name: the registry keeps every folded name and alias as the beginning
//   of a value, every number as a whole value, and an id that lost a merge; a number or an id also finds history
// params:
//   prefixes: {type: list<string>, about: "folded names, each with | behind it", default: []}
//   values: {type: list<string>, about: "numbers as the registry may keep them", default: []}
//   ids: {type: list<string>, about: ids of entities, default: []}
// columns: [key, value, id, labels, name, names, former, search_text, city, place, degree, scheme]
CALL () {
  UNWIND $prefixes AS key
  MATCH (i:Identifier)
  WHERE i.value STARTS WITH key
  WITH key, i.scheme AS scheme, i.value AS value, i.entity AS entity
  WHERE split(scheme, ':')[0] IN ['name', 'alias']
  MATCH (n:Entity {id: entity})
  WHERE n.retired_in IS NULL
  RETURN key, scheme, value, n
  UNION ALL
  UNWIND $values AS key
  MATCH (i:Identifier)
  WHERE i.value = key
  MATCH (n:Entity {id: i.entity})
  RETURN key, i.scheme AS scheme, i.value AS value, n
  UNION ALL
  UNWIND $ids AS key
  MATCH (n:Entity {id: key})
  RETURN key, 'id' AS scheme, key AS value, n
}
RETURN key,
       value,
       n.id AS id,
       labels(n) AS labels,
       n.name AS name,
       coalesce(n.names, []) AS names,
       coalesce(n.former, []) AS former,
       coalesce(n.search_text, '') AS search_text,
       coalesce(n.city, '未知') AS city,
       coalesce(n.place, n.county, '') AS place,
       coalesce(n.walk_degree, 0) AS degree,
       scheme
