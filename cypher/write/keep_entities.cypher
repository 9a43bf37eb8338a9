// title: 留存被替换的主体
// why: a body that comes back from history, or is merged into another, cannot be derived again as it was
// params:
//   ids: {type: list<string>, about: "ids"}
//   version: {type: integer, about: "graph version of this load"}
UNWIND $ids AS id
MATCH (n:Entity {id: id})
MERGE (s:Superseded {id: toString($version) + '|Entity|' + id})
SET s = properties(n), s.id = toString($version) + '|Entity|' + id, s.superseded_id = id, s.superseded_in = $version,
    s.superseded_kind = 'Entity', s.superseded_labels = labels(n)
