// title: 区划代码索引
// why: a division is found by its code
CREATE INDEX place_code IF NOT EXISTS
FOR (n:Place) ON (n.code)
