// title: 约束与索引的状态
// why: a constraint that is missing lets a load write doubles; every uniqueness constraint shows as an index of its name
// columns: [name, state]
SHOW INDEXES YIELD name, state
RETURN name, state
