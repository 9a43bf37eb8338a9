// title: 待辨认的主体
// why: what each load queued; a pair is judged by people, so all loads that stand are looked at, the latest first
// columns: [load, source, queued]
MATCH (l:Load)
WHERE l.queued IS NOT NULL AND l.queued <> '[]' AND l.undone_in IS NULL
RETURN l.id AS load, l.source AS source, l.queued AS queued
ORDER BY l.id DESC
