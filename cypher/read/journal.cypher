// title: 判定日志
// why: what people decided holds for every later load
// columns: [id, kind, ids, hash, reason, who, at, sequence]
MATCH (j:Journal)
RETURN j.id AS id, j.kind AS kind, j.ids AS ids, j.hash AS hash, j.reason AS reason, j.who AS who, j.at AS at,
       j.sequence AS sequence
ORDER BY j.sequence
