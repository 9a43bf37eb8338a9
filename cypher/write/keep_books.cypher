// title: 留存被替换的来源、版本与收录范围
// why: a load that is taken back leaves what its source said of itself before
// params:
//   source: {type: string, about: "id of the source"}
//   cited: {type: list<string>, about: "ids of the source and of publications that the load writes"}
//   source_version: {type: string, about: "id of the version that the load writes"}
//   version: {type: integer, about: "graph version of this load"}
CALL () {
  UNWIND $cited AS id
  MATCH (n:Source {id: id})
  MERGE (s:Superseded {id: toString($version) + '|Source|' + n.id})
  SET s = properties(n), s.id = toString($version) + '|Source|' + n.id, s.superseded_id = n.id,
      s.superseded_in = $version, s.superseded_kind = 'Source'
}
CALL () {
  MATCH (n:Version {id: $source_version})
  MERGE (s:Superseded {id: toString($version) + '|Version|' + n.id})
  SET s = properties(n), s.id = toString($version) + '|Version|' + n.id, s.superseded_id = n.id,
      s.superseded_in = $version, s.superseded_kind = 'Version'
}
CALL () {
  MATCH (n:Coverage {source: $source})
  MERGE (s:Superseded {id: toString($version) + '|Coverage|' + n.id})
  SET s = properties(n), s.id = toString($version) + '|Coverage|' + n.id, s.superseded_id = n.id,
      s.superseded_in = $version, s.superseded_kind = 'Coverage'
}
