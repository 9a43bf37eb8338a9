// title: 大批装载完成
// why: in the transaction that moves the version, so that the whole load is seen at once
MATCH (b:GraphState {id: 'bulk'})
DELETE b
