// title: 登记簿全部
// why: the first load of a large source looks up most of its names; read once in columns that takes less than one seek each
// columns: [scheme, value, entity]
MATCH (i:Identifier)
RETURN i.scheme AS scheme, i.value AS value, i.entity AS entity
