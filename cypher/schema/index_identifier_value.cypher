// title: 标识值索引
// why: a name or number is found in one seek whatever its scheme, that is for every kind at once
CREATE INDEX identifier_value IF NOT EXISTS
FOR (n:Identifier) ON (n.value)
