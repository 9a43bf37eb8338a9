// title: 记下一条空白规则的全部结论
// why: a finding keeps its id and the version in which its present state was first seen; one whose anchor is no longer there is marked gone
// params:
//   rule: {type: string, about: name of the rule}
//   rows: {type: list<map>, about: "maps of id, anchor, state"}
//   version: {type: integer, about: graph version being written}
// columns: [written]
CALL () {
  MATCH (f:Finding {rule: $rule})
  WHERE NOT coalesce(f.gone, false) AND NOT f.id IN [row IN $rows | row.id]
  SET f.gone = true, f.previous = f.state, f.since_version = $version
  RETURN count(f) AS gone
}
CALL (gone) {
  UNWIND $rows AS row
  MERGE (f:Finding {id: row.id})
  WITH f, row, coalesce(f.state = row.state AND NOT coalesce(f.gone, false), false) AS same
  SET f.rule = $rule, f.anchor = row.anchor, f.previous = CASE WHEN same THEN f.previous ELSE f.state END,
      f.state = row.state, f.gone = false,
      f.since_version = CASE WHEN same THEN f.since_version ELSE $version END
  RETURN count(f) AS kept
}
RETURN gone + kept AS written
