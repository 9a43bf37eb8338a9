// title: 协议的全部条款
// why: the first page lists what was promised, parents and leaves, whatever is known of them
// columns: [id, key, name, text, text_en, parent, leaf, direction, regularity, actors, path_question, gap_question, indicators, sources, agreement]
MATCH (c:Commitment)
WHERE c.retired_in IS NULL
OPTIONAL MATCH (c)-[:PART_OF]->(p:Commitment)
OPTIONAL MATCH (a:Agreement)-[:HAS_COMMITMENT]->(top:Commitment)
WHERE top = c OR top = p
WITH c, p, head(collect(DISTINCT a.id)) AS agreement
RETURN c.id AS id,
       c.key AS key,
       c.name AS name,
       coalesce(c.text_zh, c.name) AS text,
       coalesce(c.text_en, '') AS text_en,
       p.key AS parent,
       coalesce(c.leaf, true) AS leaf,
       coalesce(c.direction, '') AS direction,
       coalesce(c.regularity, '') AS regularity,
       coalesce(c.actors, []) AS actors,
       coalesce(c.path_question, '') AS path_question,
       coalesce(c.gap_question, '') AS gap_question,
       coalesce(c.indicators, []) AS indicators,
       c.sources AS sources,
       agreement
ORDER BY key
