// title: 取得装载锁
// why: >-
//   the write lock of this one node makes a second load wait until the first is through. Nothing is read here: what is
//   read before the lock is held may be old (a version read here and written back was lost in a test)
MERGE (g:GraphState {id: 'xishang'})
ON CREATE SET g.version = 0, g.load_in_progress = false
SET g.locked = true
REMOVE g.locked
