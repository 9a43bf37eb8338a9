// title: 条款编号索引
// why: a commitment is asked for by its number (C11a)
CREATE INDEX commitment_key IF NOT EXISTS
FOR (n:Commitment) ON (n.key)
