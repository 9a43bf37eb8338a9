// title: 该换新版的来源
// why: an answer that rests on a list past its day says so; the first page lists them
// params:
//   today: {type: string, about: "the day of the answer, YYYY-MM-DD"}
// columns: [id, title, retrieved, every, due]
MATCH (v:Version)
WHERE v.due < $today
MATCH (s:Source {id: v.source})
WHERE s.current = v.id
RETURN s.id AS id, coalesce(s.title, '') AS title, v.retrieved AS retrieved, v.every AS every, v.due AS due
ORDER BY due, id
