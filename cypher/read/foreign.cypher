// title: 库中全部节点数与本图谱节点数
// why: we never write into somebody else's graph; all counts come from the count store, nothing is scanned
// columns: [total, ours, marker]
CALL () { MATCH (n) RETURN count(n) AS total }
CALL () { MATCH (n:Entity) RETURN count(n) AS entities }
CALL () { MATCH (n:Source) RETURN count(n) AS sources }
CALL () { MATCH (n:Version) RETURN count(n) AS versions }
CALL () { MATCH (n:Record) RETURN count(n) AS records }
CALL () { MATCH (n:Load) RETURN count(n) AS loads }
CALL () { MATCH (n:Coverage) RETURN count(n) AS coverages }
CALL () { MATCH (n:Identifier) RETURN count(n) AS identifiers }
CALL () { MATCH (n:Journal) RETURN count(n) AS journal }
CALL () { MATCH (n:Finding) RETURN count(n) AS findings }
CALL () { MATCH (n:Superseded) RETURN count(n) AS kept }
CALL () { MATCH (n:GraphState) RETURN count(n) AS states }
RETURN total,
       entities + sources + versions + records + loads + coverages + identifiers + journal + findings + kept
         + states AS ours,
       states AS marker
