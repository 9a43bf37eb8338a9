// title: 已并入别的主体的编号
// why: an id that lost a merge keeps resolving
// params:
//   ids: {type: list<string>, about: "ids"}
// columns: [id, entity]
UNWIND $ids AS id
MATCH (i:Identifier {scheme: 'merged', value: id})
USING INDEX SEEK i:Identifier(scheme, value)
RETURN id, i.entity AS entity
