// title: 一次装载替换掉的主体与关系
// why: what cannot be derived again is put back as it was
// params:
//   load: {type: integer, about: "graph version the load made"}
// columns: [kind, id, type, retired]
MATCH (s:Superseded)
WHERE s.id STARTS WITH toString($load) + '|Entity|' OR s.id STARTS WITH toString($load) + '|Tie|'
RETURN s.superseded_kind AS kind, s.superseded_id AS id, s.superseded_type AS type,
       s.retired_in IS NOT NULL AS retired
