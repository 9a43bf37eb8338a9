// title: 取得重建锁
// why: held in an open transaction while a rebuild runs and gone with the process that holds it; a second one waits
MERGE (g:GraphState {id: 'rebuild'})
DELETE g
