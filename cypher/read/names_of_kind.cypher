// title: 一类主体的全部名称
// why: a new body is compared with those of its kind, so that look-alikes are shown to a person
// params:
//   kind: {type: string, about: "label"}
// columns: [id, name]
MATCH (n:Entity)
WHERE $kind IN labels(n) AND n.retired_in IS NULL
RETURN n.id AS id, n.name AS name
