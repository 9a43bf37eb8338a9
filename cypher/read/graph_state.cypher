// title: 图谱的版本与装载状态
// why: every answer says which version of the graph it was read from
// columns: [version, loaded_at, load_in_progress, schema]
MATCH (g:GraphState {id: 'xishang'})
RETURN g.version AS version, g.loaded_at AS loaded_at, g.load_in_progress AS load_in_progress, g.schema AS schema
