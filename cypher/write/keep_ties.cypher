// title: 留存被替换的关系
// why: a tie that comes back from history, or is about another body now, cannot be derived again as it was
// params:
//   ids: {type: list<string>, about: "ids of ties"}
//   live: {type: boolean, about: "true: all of them; false: only those that are history"}
//   version: {type: integer, about: "graph version of this load"}
// slots: {type: {one_of: tie types}}
UNWIND $ids AS id
MATCH (a:Entity)-[r:/*slot type*/PARTNER_OF {id: id}]->(b:Entity)
USING INDEX SEEK r:/*slot type*/PARTNER_OF(id)
WHERE $live OR r.retired_in IS NOT NULL
MERGE (s:Superseded {id: toString($version) + '|Tie|' + id})
SET s = properties(r), s.id = toString($version) + '|Tie|' + id, s.superseded_id = id, s.superseded_in = $version,
    s.superseded_kind = 'Tie', s.superseded_type = type(r), s.superseded_ends = [a.id, b.id]
