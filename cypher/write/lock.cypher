// title: 取得装载锁
// why: the write lock of this one node makes a second load wait until the first is through
// columns: [version, schema, rebuilding]
MERGE (g:GraphState {id: 'xishang'})
ON CREATE SET g.version = 0, g.load_in_progress = false
SET g.version = g.version
RETURN g.version AS version, g.schema AS schema, coalesce(g.rebuilding, false) AS rebuilding
