// title: 开始大批装载
// why: >-
//   many transactions cannot be one; answers say meanwhile that a load is in progress, and the name of the source says
//   which load is to be finished should this one be cut off. A node of its own: the other one is locked by the load
// params:
//   source: {type: string, about: "id of the source"}
MERGE (b:GraphState {id: 'bulk'})
SET b.source = $source
