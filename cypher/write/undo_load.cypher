// title: 记下一次装载已撤销
// why: >-
//   the load stays in the list, with who took it back and when; what it kept is not needed any more, nor is what later
//   loads kept of bodies that were there, or were history, only by it
// params:
//   load: {type: integer, about: "graph version the load made"}
//   version: {type: integer, about: "graph version after taking it back"}
//   who: {type: string, about: "who took it back"}
//   at: {type: string, about: "when, ISO 8601"}
CALL () {
  MATCH (s:Superseded)
  WHERE s.superseded_in IN [$load, $version]
     OR (s.superseded_kind IN ['Entity', 'Tie'] AND (s.first_load = $load OR s.retired_in = $load))
  DELETE s
}
MATCH (l:Load {id: $load})
SET l.undone_in = $version, l.undone_by = $who, l.undone_at = $at
