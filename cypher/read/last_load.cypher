// title: 最近一次没有撤销的装载
// why: to take back the last load nobody has to know its number
// columns: [load]
MATCH (l:Load)
WHERE l.undone_in IS NULL
RETURN max(l.id) AS load
