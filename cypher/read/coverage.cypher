// title: 收录范围
// why: whether a list that would show the missing tie is loaded, and whether it is complete
// params:
//   about: {type: list<string>, about: labels or tie types asked for}
// columns: [id, source, publisher, about, subkind, place, complete, last, declared, loaded, retrieved, every, due]
MATCH (c:Coverage)
WHERE c.retired_in IS NULL AND c.about IN $about
OPTIONAL MATCH (v:Version {id: c.version})
RETURN c.id AS id,
       c.source AS source,
       coalesce(c.publisher, '') AS publisher,
       c.about AS about,
       coalesce(c.subkind, '') AS subkind,
       coalesce(c.place, '') AS place,
       coalesce(c.complete, false) AS complete,
       c.last AS last,
       c.declared AS declared,
       c.loaded AS loaded,
       v.retrieved AS retrieved,
       v.every AS every,
       v.due AS due
ORDER BY about, place, source, id
