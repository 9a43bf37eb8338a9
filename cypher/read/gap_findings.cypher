// title: 一条空白规则的结论记录
// why: since when each finding has its present state, and which changed with the last load
// params:
//   rule: {type: string, about: name of the rule}
// columns: [id, anchor, state, previous, since_version, since, gone]
MATCH (f:Finding {rule: $rule})
OPTIONAL MATCH (l:Load {id: f.since_version})
RETURN f.id AS id,
       f.anchor AS anchor,
       f.state AS state,
       f.previous AS previous,
       f.since_version AS since_version,
       l.finished AS since,
       coalesce(f.gone, false) AS gone
ORDER BY id
