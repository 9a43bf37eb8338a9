// title: 持锁后的图谱状态
// why: >-
//   read after the lock is held, so nobody else can move it before this transaction ends; `bulk` is the source whose load
//   in many transactions was cut off
// columns: [version, rebuilding, bulk]
MATCH (g:GraphState {id: 'xishang'})
OPTIONAL MATCH (b:GraphState {id: 'bulk'})
RETURN g.version AS version, coalesce(g.rebuilding, false) AS rebuilding, coalesce(b.source, '') AS bulk
