// title: 两市之间已连上的单位
// why: >-
//   the part of the graph that crosses between the cities: a body of each joined by a tie, or over one node that stands
//   for a tie (a platform, base, project, event); plans and inferences are left out
// params:
//   types: {type: list<string>, about: tie types that a path may walk}
//   limit: {type: integer, about: at most so many pairs, default: 200}
// columns: [xian, shangluo, through, type, stage, mark]
CALL () {
  MATCH (x:Organisation {city: '西安'})-[r:$any($types)]-(s:Organisation {city: '商洛'})
  WHERE r.retired_in IS NULL AND NOT coalesce(r.inferred, false) AND r.stage <> 'planned' AND x.transit AND s.transit
  RETURN x, s, NULL AS m, type(r) AS type, r.stage AS stage, r.mark AS mark
  UNION
  MATCH (s:Organisation {city: '商洛'})-[r:$any($types)]-(m:Entity)-[q:$any($types)]-(x:Organisation {city: '西安'})
  WHERE (m:Platform OR m:Base OR m:Project) AND x.transit AND s.transit
    AND r.retired_in IS NULL AND q.retired_in IS NULL
    AND NOT coalesce(r.inferred, false) AND NOT coalesce(q.inferred, false)
    AND r.stage <> 'planned' AND q.stage <> 'planned'
  RETURN x, s, m, type(q) AS type, r.stage AS stage,
         CASE WHEN 'N' IN [r.mark, q.mark] THEN 'N' WHEN 'M' IN [r.mark, q.mark] THEN 'M'
              WHEN 'R' IN [r.mark, q.mark] THEN 'R' ELSE 'O' END AS mark
}
WITH x, s, m, type, stage, mark
ORDER BY type, s.name, x.name, m.name
LIMIT $limit
RETURN x {.id, .name, .city, .county, labels: labels(x)} AS xian,
       s {.id, .name, .city, .county, labels: labels(s)} AS shangluo,
       CASE WHEN m IS NULL THEN NULL ELSE m {.id, .name, .city, .county, labels: labels(m)} END AS through,
       type, stage, mark
