// title: 各来源最近一次装载
// why: which version of a source is in the graph, since when, and what became of its rows
// columns: [source, version, read, loaded, rejected, left_out, retrieved, every, due, load, finished]
MATCH (s:Source)
MATCH (v:Version {id: s.current})
OPTIONAL MATCH (l:Load {id: v.load})
RETURN s.id AS source, v.id AS version, v.read AS read, v.loaded AS loaded, v.rejected AS rejected,
       v.left_out AS left_out, v.retrieved AS retrieved, coalesce(v.every, '') AS every, v.due AS due, v.load AS load,
       l.finished AS finished
ORDER BY source
