// title: 持锁后的图谱状态
// why: read after the lock is held, so nobody else can move it before this transaction ends
// columns: [version, rebuilding]
MATCH (g:GraphState {id: 'xishang'})
RETURN g.version AS version, coalesce(g.rebuilding, false) AS rebuilding
