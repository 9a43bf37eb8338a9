// Type-ahead on the ends of a path: asks /v1/search, shows names as text, never as markup.
// WAI-ARIA combobox with a listbox: arrows choose, Enter takes, Escape closes.

const DELAY = 150;

for (const input of document.querySelectorAll("input[data-suggest]")) attach(input);

function attach(input) {
  const list = document.createElement("ul");
  list.className = "suggest";
  list.id = `suggest-${input.name}`;
  list.setAttribute("role", "listbox");
  list.hidden = true;
  input.after(list);
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", list.id]]) {
    input.setAttribute(name, value);
  }
  let timer = 0;
  let asked = 0;
  let chosen = -1;

  function close() {
    list.hidden = true;
    list.replaceChildren();
    chosen = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function choose(step) {
    const items = [...list.children];
    if (!items.length) return;
    chosen = (chosen + step + items.length) % items.length;
    items.forEach((item, number) => item.setAttribute("aria-selected", String(number === chosen)));
    input.setAttribute("aria-activedescendant", items[chosen].id);
  }

  function take(item) {
    input.value = item.dataset.value;
    close();
  }

  async function ask() {
    const text = input.value.trim();
    if (!text) return close();
    const mine = ++asked;
    const reply = await fetch(`/v1/search?${new URLSearchParams({ q: text, limit: "8" })}`).catch(() => null);
    if (!reply || !reply.ok || mine !== asked) return;
    const hits = (await reply.json()).data.hits;
    list.replaceChildren(...hits.map((hit, number) => option(hit, number, hits)));
    chosen = -1;
    list.hidden = hits.length === 0;
    input.setAttribute("aria-expanded", String(hits.length > 0));
  }

  function option(hit, number, hits) {
    const item = document.createElement("li");
    item.id = `${list.id}-${number}`;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    // Two bodies of one name: only the id says which is meant.
    const twin = hits.some((other) => other !== hit && other.name === hit.name);
    item.dataset.value = twin ? hit.id : hit.name;
    item.textContent = hit.name;
    const more = document.createElement("span");
    more.textContent = [hit.city, hit.place, hit.why].filter(Boolean).join("，");
    item.append(more);
    item.addEventListener("mousedown", (event) => { event.preventDefault(); take(item); });
    return item;
  }

  input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, DELAY); });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      choose(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && chosen >= 0) {
      event.preventDefault();
      take(list.children[chosen]);
    } else if (event.key === "Escape") {
      close();
    }
  });
}
