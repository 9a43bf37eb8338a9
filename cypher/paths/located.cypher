// title: 一组节点中位于某地的
// why: the last hop onto a place that ends a path; asked once for the nodes reached, so a large place costs nothing more
// params:
//   ids: {type: list<string>, about: nodes reached}
//   places: {type: list<string>, about: the place and its parts}
//   stages: {type: list<string>, about: stages that count}
//   marks: {type: list<string>, about: marks that count; an empty list means all, default: []}
//   sources: {type: list<string>, about: sources or publications that count; an empty list means all, default: []}
//   as_of: {type: string, about: day YYYY-MM-DD on which the tie holds; null means any, optional: true}
//   certain: {type: boolean, about: whether it must hold for certain, default: false}
//   with_inferred: {type: boolean, about: whether inferred ties count, default: false}
//   with_retired: {type: boolean, about: whether history counts, default: false}
// columns: [node, other, labels, degree, id, type, forward, stage, mark, inferred, times]
UNWIND $ids AS id
MATCH (n:Entity {id: id})-[r:LOCATED_IN]->(m:Entity)
WHERE m.id IN $places
  AND r.stage IN $stages
  AND ($with_retired OR (r.retired_in IS NULL AND m.retired_in IS NULL))
  AND ($with_inferred OR NOT coalesce(r.inferred, false))
  AND (size($marks) = 0 OR r.mark IN $marks)
  AND (size($sources) = 0
       OR any(s IN r.sources WHERE s IN $sources)
       OR any(x IN r.records WHERE split(x, ':')[0] IN $sources))
  AND ($as_of IS NULL
       OR CASE
            WHEN $certain THEN r.from_latest <= date($as_of)
              AND (r.to_earliest IS NULL OR r.to_earliest >= date($as_of))
            ELSE (r.from_earliest IS NULL OR r.from_earliest <= date($as_of))
              AND (r.to_latest IS NULL OR r.to_latest >= date($as_of))
          END)
RETURN id AS node,
       m.id AS other,
       labels(m) AS labels,
       coalesce(m.walk_degree, 0) AS degree,
       r.id AS id,
       type(r) AS type,
       true AS forward,
       r.stage AS stage,
       r.mark AS mark,
       coalesce(r.inferred, false) AS inferred,
       [r.from_earliest, r.from_latest, r.to_earliest, r.to_latest] AS times
