// title: 标识唯一
// why: one value of one scheme (for example a ROR id) means one entity; the resolver looks it up by this index
CREATE CONSTRAINT Identifier IF NOT EXISTS
FOR (n:Identifier) REQUIRE (n.scheme, n.value) IS UNIQUE
