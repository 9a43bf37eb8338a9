// title: 按编号查登记簿
// why: an id is minted once; the registry says which body a key was given to. One seek of the unique pair a key
// params:
//   keys: {type: list<map>, about: "scheme and value of each key"}
// columns: [scheme, value, entity]
UNWIND $keys AS key
MATCH (i:Identifier {scheme: key.scheme, value: key.value})
USING INDEX SEEK i:Identifier(scheme, value)
RETURN i.scheme AS scheme, i.value AS value, i.entity AS entity
