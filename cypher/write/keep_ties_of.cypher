// title: 留存将去掉的主体的全部关系
// why: a body that is merged into another takes its ties with it, those that are history too
// params:
//   ids: {type: list<string>, about: "ids of bodies"}
//   version: {type: integer, about: "graph version of this load"}
UNWIND $ids AS id
MATCH (:Entity {id: id})-[r]-(:Entity)
WITH DISTINCT r, startNode(r) AS a, endNode(r) AS b
MERGE (s:Superseded {id: toString($version) + '|Tie|' + r.id})
SET s = properties(r), s.id = toString($version) + '|Tie|' + r.id, s.superseded_id = r.id, s.superseded_in = $version,
    s.superseded_kind = 'Tie', s.superseded_type = type(r), s.superseded_ends = [a.id, b.id]
