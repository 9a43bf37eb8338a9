// title: 图谱的版本与装载状态
// why: >-
//   every answer says which version of the graph it was read from, and whether a load that takes many transactions is
//   under way or was cut off
// columns: [version, loaded_at, load_in_progress, schema]
MATCH (g:GraphState {id: 'xishang'})
RETURN g.version AS version, g.loaded_at AS loaded_at, g.schema AS schema,
       coalesce(g.load_in_progress, false) OR EXISTS { (:GraphState {id: 'bulk'}) } AS load_in_progress
