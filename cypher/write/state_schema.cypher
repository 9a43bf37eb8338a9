// title: 记下已建的约束与索引
// why: schema commands run once a store, not at every load
// params:
//   schema: {type: string, about: "digest of the schema commands"}
MERGE (g:GraphState {id: 'xishang'})
ON CREATE SET g.version = 0, g.load_in_progress = false
SET g.schema = $schema
