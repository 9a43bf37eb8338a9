// title: 一次装载替换掉的记录
// why: taking a load back puts these rows back; a later load that changed the same row is named
// params:
//   load: {type: integer, about: "graph version the load made"}
// columns: [id, part, was, source, first_load, understood, retired, later]
MATCH (s:Superseded)
WHERE s.id STARTS WITH toString($load) + '|Record|'
MATCH (r:Record {id: s.superseded_id})
OPTIONAL MATCH (t:Superseded {superseded_id: r.id, superseded_kind: 'Record'})
WHERE t.superseded_in > $load
WITH s, r, max(t.superseded_in) AS later
RETURN r.id AS id, s.superseded_part AS part, properties(s) AS was, r.source AS source, r.first_load AS first_load,
       r.understood AS understood, r.retired_in IS NOT NULL AS retired, later
