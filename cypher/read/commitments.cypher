// title: 协议的全部条款
// why: >-
//   the first page lists what was promised, parents and leaves, whatever is known of them; sources are those of the
//   tie by which the agreement has it (its words), not of the facts that bear on it
// columns: [id, key, name, text, text_en, parent, leaf, direction, regularity, actors, path_question, gap_question, indicators, sources, agreement]
MATCH (c:Commitment)
WHERE c.retired_in IS NULL
OPTIONAL MATCH (c)-[:PART_OF]->(p:Commitment)
OPTIONAL MATCH (a:Agreement)-[has:HAS_COMMITMENT]->(top:Commitment)
WHERE (top = c OR top = p) AND has.retired_in IS NULL
WITH c, p, head(collect(a.id)) AS agreement, head(collect(has.sources)) AS sources
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
       coalesce(sources, []) AS sources,
       agreement
ORDER BY key
