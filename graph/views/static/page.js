// Joins canvas, list, details and buttons. All of it also works from the keyboard.
"use strict";
(() => {
  const { network, details } = xishang;
  const buttons = [...document.querySelectorAll("button[data-card]")];

  function pick(key, { scroll = false } = {}) {
    details.show(key);
    xishang.choose(details.members(key));
    for (const button of buttons) {
      const on = button.dataset.card === key;
      button.setAttribute("aria-pressed", String(on));
      if (on && scroll) button.scrollIntoView({ block: "nearest" });
    }
  }

  function drop() {
    details.clear();
    xishang.choose([]);
    for (const button of buttons) button.setAttribute("aria-pressed", "false");
  }

  network.on("click", ({ pointer }) => {
    const key = xishang.under(pointer);
    if (key) pick(key, { scroll: true });
    else drop();
  });
  for (const button of buttons) button.addEventListener("click", () => pick(button.dataset.card));
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") drop(); });

  const tools = { fit: () => xishang.fit(true), in: () => xishang.zoom(1.25), out: () => xishang.zoom(0.8), print: () => window.print() };
  for (const button of document.querySelectorAll("button[data-tool]")) {
    button.addEventListener("click", () => tools[button.dataset.tool]());
  }
  window.addEventListener("resize", () => xishang.fit(false));
  window.addEventListener("beforeprint", () => xishang.fit(true));
  details.clear();
})();
