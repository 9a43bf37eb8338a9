// title: 来源现行版本
// why: an unchanged source is skipped before its file is read
// params:
//   source: {type: string, about: "id of the source"}
// columns: [version, hash, content]
MATCH (s:Source {id: $source})
MATCH (v:Version {id: s.current})
RETURN v.id AS version, v.hash AS hash, v.content AS content
