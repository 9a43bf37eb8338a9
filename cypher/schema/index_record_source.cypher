// title: 记录来源索引
// why: a load reads and retires the records of one source
CREATE INDEX record_source IF NOT EXISTS
FOR (n:Record) ON (n.source)
