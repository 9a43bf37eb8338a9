// title: 名称检索
// why: >-
//   names, aliases, former names, pinyin and initials by the full-text index; the text is escaped by the caller,
//   hits are ranked again by how the name matches, so more are taken than are shown
// params:
//   text: {type: string, about: a full-text query whose special characters are escaped}
//   kinds: {type: list<string>, about: labels wanted; an empty list means all, default: []}
//   limit: {type: integer, about: at most so many hits, default: 100}
// columns: [id, labels, name, names, former, search_text, city, place, degree, scheme]
CALL db.index.fulltext.queryNodes('entity_search', $text) YIELD node AS n, score
WHERE n.retired_in IS NULL AND (size($kinds) = 0 OR any(label IN labels(n) WHERE label IN $kinds))
WITH n, score
ORDER BY score DESC, n.id
LIMIT $limit
RETURN n.id AS id,
       labels(n) AS labels,
       n.name AS name,
       coalesce(n.names, []) AS names,
       coalesce(n.former, []) AS former,
       coalesce(n.search_text, '') AS search_text,
       coalesce(n.city, '未知') AS city,
       coalesce(n.place, n.county, '') AS place,
       coalesce(n.walk_degree, 0) AS degree,
       '' AS scheme
