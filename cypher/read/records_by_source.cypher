// title: 各来源支持多少条记录
// why: how much rests on a source; one pass over the records, retired ones left out
// columns: [source, n]
MATCH (x:Record)
WHERE x.retired_in IS NULL
UNWIND x.sources AS source
RETURN source, count(*) AS n
