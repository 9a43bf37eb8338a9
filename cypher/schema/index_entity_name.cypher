// title: 名称索引
// why: an exact name is found without the full-text index
CREATE INDEX entity_name IF NOT EXISTS
FOR (n:Entity) ON (n.name)
