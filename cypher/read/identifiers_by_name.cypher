// title: 按名称查登记簿
// why: all bodies that ever had this folded name, whatever place or key tells them apart; a range seek on scheme and prefix
// params:
//   names: {type: list<map>, about: "scheme and prefix (folded name and |) of each name"}
// columns: [scheme, value, entity]
UNWIND $names AS name
MATCH (i:Identifier)
USING INDEX SEEK i:Identifier(scheme, value)
WHERE i.scheme = name.scheme AND i.value STARTS WITH name.prefix
RETURN i.scheme AS scheme, i.value AS value, i.entity AS entity
