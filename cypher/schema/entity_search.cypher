// title: 名称全文索引
// why: cjk indexes pairs of characters, so 西安交大 finds 西安交通大学 first (measured); search_text holds aliases and pinyin
CREATE FULLTEXT INDEX entity_search IF NOT EXISTS
FOR (n:Entity) ON EACH [n.search_text]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}}
