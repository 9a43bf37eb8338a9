// Shows one card. Every word is set as text, never as markup.
"use strict";
xishang.details = (() => {
  const { data } = xishang;
  const holder = document.getElementById("details");
  const cards = new Map(Object.entries(data.cards));

  function add(parent, tag, text, name) {
    const element = document.createElement(tag);
    if (text !== undefined) element.textContent = text;
    if (name) element.className = name;
    parent.appendChild(element);
    return element;
  }

  function source(list, number) {
    const entry = data.sources[number];
    const item = add(list, "li", entry.text);
    if (entry.link) {
      const link = add(item, "a", entry.link);
      link.href = entry.link;
      link.target = "_blank";
      link.rel = "noopener noreferrer";
    } else if (entry.address) {
      add(item, "span", entry.address, "address");
    }
  }

  // Only a page of the site has somewhere to lead to; an offline file has not.
  function leads(card) {
    if (!("served" in holder.dataset) || !card.leads) return;
    const list = add(holder, "ul", undefined, "leads");
    for (const [address, name] of card.leads) {
      const link = add(add(list, "li"), "a", `看${name}`);
      link.href = address;
    }
  }

  function show(key) {
    const card = cards.get(key);
    if (!card) return;
    holder.textContent = "";
    add(holder, "p", card.kind, "kind");
    add(holder, "h2", card.title);
    const lines = add(holder, "dl");
    for (const [name, value] of card.lines) {
      add(lines, "dt", name);
      add(lines, "dd", value);
    }
    if (card.sources.length) {
      add(holder, "h3", `来源（${card.sources.length}）`);
      const list = add(holder, "ol", undefined, "sources");
      for (const number of card.sources) source(list, number);
    } else {
      add(holder, "p", "没有可列的来源。", "note");
    }
    leads(card);
    holder.dataset.card = key;
    holder.scrollTop = 0;
  }

  function clear() {
    holder.textContent = "";
    add(holder, "p", holder.dataset.hint, "note");
    delete holder.dataset.card;
  }

  // A card may stand for several things drawn (a path): then it names them.
  const members = (key) => (cards.get(key) || {}).members || [key];
  return { show, clear, members };
})();
