// title: 图谱的新版本
// why: the version moves in the transaction of the load, so a reader sees before or after, never between
// params:
//   version: {type: integer, about: "version after this load"}
//   loaded_at: {type: string, about: "time of the load, ISO 8601"}
MATCH (g:GraphState {id: 'xishang'})
SET g.version = $version, g.loaded_at = $loaded_at
