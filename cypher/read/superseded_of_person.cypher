// title: 留存的记录里提到的人
// why: who asks to be left out is taken out of what loads keep as well, or taking a load back would bring them back
// params:
//   entity: {type: string, about: "id of the person"}
//   names: {type: list<string>, about: "names under which records speak of the person"}
// columns: [id, raw, understood]
MATCH (s:Superseded {superseded_kind: 'Record'})
WHERE s.understood CONTAINS $entity OR any(name IN $names WHERE s.understood CONTAINS name)
RETURN s.id AS id, s.raw AS raw, s.understood AS understood
