// title: 两市之间已连上的单位
// why: >-
//   the part of the graph that crosses between the cities: a body of each joined by a tie, or over one node that stands
//   for a tie (a platform, base, project, event); plans and inferences are left out
// params:
//   types: {type: list<string>, about: tie types that a path may walk}
//   limit: {type: integer, about: at most so many pairs, default: 200}
// columns: [xian, shangluo, through, types, stages, marks, dates, sources]
CALL () {
  MATCH (x:Organisation {city: '西安'})-[r:$any($types)]-(s:Organisation {city: '商洛'})
  WHERE r.retired_in IS NULL AND NOT coalesce(r.inferred, false) AND r.stage <> 'planned' AND x.transit AND s.transit
  RETURN x, s, NULL AS m, [r] AS ties
  UNION
  MATCH (s:Organisation {city: '商洛'})-[r:$any($types)]-(m:Entity)-[q:$any($types)]-(x:Organisation {city: '西安'})
  WHERE (m:Platform OR m:Base OR m:Project) AND x.transit AND s.transit
    AND r.retired_in IS NULL AND q.retired_in IS NULL
    AND NOT coalesce(r.inferred, false) AND NOT coalesce(q.inferred, false)
    AND r.stage <> 'planned' AND q.stage <> 'planned'
  RETURN x, s, m, [q, r] AS ties
}
UNWIND ties AS tie
WITH x, s, m, collect(DISTINCT tie) AS ties
ORDER BY s.name, x.name, m.name, s.id, x.id, m.id
LIMIT $limit
RETURN x {.id, .name, .city, .county, labels: labels(x)} AS xian,
       s {.id, .name, .city, .county, labels: labels(s)} AS shangluo,
       CASE WHEN m IS NULL THEN NULL ELSE m {.id, .name, .city, .county, labels: labels(m)} END AS through,
       [tie IN ties | type(tie)] AS types,
       [tie IN ties | coalesce(tie.stage, '')] AS stages,
       [tie IN ties | coalesce(tie.mark, 'N')] AS marks,
       [tie IN ties | coalesce(tie.date_text, '')] AS dates,
       reduce(all = [], tie IN ties | all + coalesce(tie.sources, [])) AS sources
