// title: 开始或结束重建
// why: answers say that a load is in progress, and an interrupted rebuild is known as such
// params:
//   rebuilding: {type: boolean, about: "true from the first deletion to the last load"}
MERGE (g:GraphState {id: 'xishang'})
ON CREATE SET g.version = 0
SET g.rebuilding = $rebuilding, g.load_in_progress = $rebuilding
