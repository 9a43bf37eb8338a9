// title: 收录范围退役
// why: a claim that the newest version of the source no longer makes does not count any more
// params:
//   source: {type: string, about: "id of the source"}
//   kept: {type: list<string>, about: "ids still claimed"}
//   version: {type: integer, about: "graph version of this load"}
MATCH (c:Coverage {source: $source})
WHERE c.retired_in IS NULL AND NOT c.id IN $kept
SET c.retired_in = $version
