// title: 许多名称各自的相近节点
// why: >-
//   candidates for many names in one statement, by the full-text index, the most alike of each; whether one of them is
//   meant is decided afterwards by the rules of names
// params:
//   asked: {type: list<map>, about: "key of a name and text, its full-text query"}
//   kinds: {type: list<string>, about: labels wanted; an empty list means all, default: []}
//   limit: {type: integer, about: at most so many for each name, default: 40}
//   read: {type: integer, about: so many are taken from the index for each name before kinds are looked at, default: 60}
// columns: [key, value, id, labels, name, names, former, search_text, city, place, degree, scheme]
UNWIND $asked AS one
CALL (one) {
  CALL db.index.fulltext.queryNodes('entity_search', one.text, {limit: $read}) YIELD node AS n, score
  WHERE n.retired_in IS NULL AND (size($kinds) = 0 OR any(label IN labels(n) WHERE label IN $kinds))
  RETURN n, score
  ORDER BY score DESC, n.id
  LIMIT $limit
}
RETURN one.key AS key,
       '' AS value,
       n.id AS id,
       labels(n) AS labels,
       n.name AS name,
       coalesce(n.names, []) AS names,
       coalesce(n.former, []) AS former,
       coalesce(n.search_text, '') AS search_text,
       coalesce(n.city, '未知') AS city,
       coalesce(n.place, n.county, '') AS place,
       coalesce(n.walk_degree, 0) AS degree,
       '' AS scheme
