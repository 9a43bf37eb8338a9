// title: 按类别与城市数单位
// why: >-
//   how much of each city is in the graph; places and classifications are no bodies and are not counted, nor is history
// columns: [labels, city, n]
MATCH (n:Organisation|Carrier|Resource|Person|Team|Project|Contract|Demand|Assignment|Service|Event)
WHERE n.retired_in IS NULL
RETURN labels(n) AS labels, coalesce(n.city, '未知') AS city, count(*) AS n
ORDER BY labels, city
