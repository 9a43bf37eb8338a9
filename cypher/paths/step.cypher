// title: 一组节点的可走关系
// why: >-
//   one layer of a path search: all ties a path may take from these nodes, narrow rows only. A search asks this a few
//   times from both ends (two layers a hop) and joins the layers by itself, so nothing is enumerated on the server
//   that is not needed; a statement that enumerates half-paths sends each shared beginning again and again.
//   The types stand in the text, since `-[r:$any($types)]-` expands every tie and tests it type by type (8 times the
//   work, measured); a test holds the list against the schema
// params:
//   ids: {type: list<string>, about: nodes to step from}
//   types: {type: list<string>, about: tie types that may be walked}
//   acts: {type: list<string>, about: tie types that happen on a date and hold from then on}
//   ends: {type: list<string>, about: nodes that may be reached although no path may pass them}
//   avoid: {type: list<string>, about: nodes to leave out, default: []}
//   stages: {type: list<string>, about: stages that count}
//   marks: {type: list<string>, about: marks that count; an empty list means all, default: []}
//   sources: {type: list<string>, about: sources or publications that count; an empty list means all, default: []}
//   as_of: {type: string, about: day YYYY-MM-DD on which the tie holds; null means any, optional: true}
//   certain: {type: boolean, about: whether it must hold for certain, default: false}
//   with_inferred: {type: boolean, about: whether inferred ties count, default: false}
//   with_retired: {type: boolean, about: whether history counts, default: false}
// columns: [node, other, labels, degree, id, type, forward, stage, mark, inferred, times]
UNWIND $ids AS id
MATCH (n:Entity {id: id})-[r:ASSIGNED_TO|ATTENDED|BRANCH_OF|COMMERCIALISED_AT|CO_BUILT_BY|FOUNDED|HAS_CENTRE_IN|HELD_AT|HOSTS|
        INCUBATED_IN|INVESTED_IN|LED|MADE_AT|MEMBER_OF|OFFERS|OPERATES|ORGANISED|OWNS|PARTNER_OF|PART_OF|
        RD_AT|RESULTED_IN|SERVED|SOLD_BY|SOLD_TO|SUCCEEDED_BY|SUPPORTED_BY|UNDERTOOK|VISITED|WORKS_AT]-(m:Entity)
WHERE type(r) IN $types
  AND (m.transit OR m.id IN $ends)
  AND NOT m.id IN $avoid
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
              AND (type(r) IN $acts OR r.to_earliest IS NULL OR r.to_earliest >= date($as_of))
            ELSE (r.from_earliest IS NULL OR r.from_earliest <= date($as_of))
              AND (type(r) IN $acts OR r.to_latest IS NULL OR r.to_latest >= date($as_of))
          END)
RETURN id AS node,
       m.id AS other,
       labels(m) AS labels,
       coalesce(m.walk_degree, 0) AS degree,
       r.id AS id,
       type(r) AS type,
       startNode(r) = n AS forward,
       r.stage AS stage,
       r.mark AS mark,
       coalesce(r.inferred, false) AS inferred,
       [r.from_earliest, r.from_latest, r.to_earliest, r.to_latest] AS times
