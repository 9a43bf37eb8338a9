// Draws the picture on the canvas. Positions come with the data; nothing here moves by itself.
"use strict";
const xishang = (() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const holder = document.getElementById("picture");
  const narrow = window.matchMedia("(max-width: 760px)").matches;
  const BELOW = 18;
  const READABLE = 0.6; // below this scale names are too small to read: show a part, not the whole

  const nodes = new vis.DataSet(data.nodes.map((node) => ({
    ...node, x: narrow ? node.nx : node.x, y: narrow ? node.ny : node.y,
  })));
  const edges = new vis.DataSet(data.edges);
  const network = new vis.Network(holder, { nodes, edges }, data.options);
  const rect = (box) => (narrow ? box.narrow : box.wide);

  function drawBoxes(ctx) {
    for (const box of data.boxes) {
      const [left, top, width, height] = rect(box);
      ctx.fillStyle = data.look.wash;
      if (width) ctx.fillRect(left, top, width, height);
      ctx.fillStyle = data.look.ink;
      ctx.font = `600 16px ${data.look.font}`;
      ctx.textBaseline = "middle";
      ctx.textAlign = width ? "left" : "center";
      ctx.fillText(box.text, left + (width ? 12 : 0), top + 18);
    }
  }

  function drawRings(ctx) {
    for (const node of data.nodes) {
      const side = data.sides[node.city];
      if (!side || !side.rings.length) continue;
      const { x, y } = network.getPosition(node.id);
      side.rings.forEach((colour, i) => {
        ctx.beginPath();
        ctx.setLineDash(side.dash);
        ctx.lineWidth = 2.5;
        ctx.strokeStyle = colour;
        ctx.arc(x, y, node.size * 1.2 + 4 + 4 * i, 0, 2 * Math.PI);
        ctx.stroke();
      });
    }
    ctx.setLineDash([]);
  }

  function bounds() {
    const all = data.nodes.map((node) => {
      const box = network.getBoundingBox(node.id);
      // The library's box ends above the last line of a name that stands below its node.
      return { ...box, bottom: box.bottom + (node.corner ? 0 : BELOW) };
    });
    for (const box of data.boxes) {
      const [left, top, width, height] = rect(box);
      all.push({ left, top, right: left + width, bottom: top + (height || 30) });
    }
    return all.reduce((sum, box) => ({
      left: Math.min(sum.left, box.left), top: Math.min(sum.top, box.top),
      right: Math.max(sum.right, box.right), bottom: Math.max(sum.bottom, box.bottom),
    }), { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity });
  }

  // Show all of it; on first sight only as much as stays readable, from the top left or around
  // the node it is about.
  function fit(whole) {
    if (!data.nodes.length) return;
    const box = bounds();
    const [side, head, foot] = [14, 40, 10]; // the buttons stand in the head
    const [width, height] = [holder.clientWidth - 2 * side, holder.clientHeight - head - foot];
    const [wide, high] = [box.right - box.left, box.bottom - box.top];
    let scale = Math.min(width / wide, height / high, 1.3);
    if (!whole && scale < READABLE) scale = Math.min(Math.max(width / wide, READABLE), 1);
    const more = wide * scale > width + 1 || high * scale > height + 1;
    document.getElementById("more").hidden = !more;
    if (more && data.focus) {
      network.moveTo({ position: { x: data.focus[0], y: data.focus[1] }, scale, animation: false });
      return;
    }
    const x = wide * scale > width + 1 ? box.left + width / scale / 2 : (box.left + box.right) / 2;
    const y = (high * scale > height + 1 ? box.top + height / scale / 2 : (box.top + box.bottom) / 2)
      - (head - foot) / 2 / scale;
    network.moveTo({ position: { x, y }, scale, animation: false });
  }

  function zoom(factor) {
    network.moveTo({ scale: Math.min(5, Math.max(0.05, network.getScale() * factor)), animation: false });
  }

  // What stands under a point of the window: a node, the name of a node, else a tie.
  function under(pointer) {
    const node = network.getNodeAt(pointer.DOM);
    if (node !== undefined) return nodes.get(node).card;
    const { x, y } = pointer.canvas;
    for (const { id, card, corner } of data.nodes) {
      if (corner) continue;
      const box = network.getBoundingBox(id);
      if (x >= box.left && x <= box.right && y >= box.top && y <= box.bottom) return card;
    }
    const edge = network.getEdgeAt(pointer.DOM);
    return edge === undefined ? null : edges.get(edge).card;
  }

  // Bring out some nodes and ties; an empty choice brings back all.
  function choose(keys) {
    const wanted = new Set(keys);
    const chosen = (item) => wanted.has(item.card);
    const some = [...data.nodes, ...data.edges].some(chosen);
    const drawn = data.edges.filter((edge) => chosen(edge) || (wanted.size === 1 && touches(edge, wanted)));
    const ends = new Set(drawn.flatMap((edge) => [edge.from, edge.to]));
    const lit = (node) => !some || chosen(node) || ends.has(node.id);
    nodes.update(data.nodes.map((node) => ({ id: node.id, opacity: lit(node) ? 1 : 0.3 })));
    edges.update(data.edges.map((edge) => ({
      id: edge.id,
      color: { ...edge.color, opacity: !some || drawn.includes(edge) ? 1 : 0.15 },
    })));
    network.setSelection({
      nodes: data.nodes.filter(chosen).map((node) => node.id),
      edges: data.edges.filter(chosen).map((edge) => edge.id),
    }, { highlightEdges: false });
  }

  function touches(edge, wanted) {
    return wanted.has(nodes.get(edge.from).card) || wanted.has(nodes.get(edge.to).card);
  }

  // Stable: two frames in a row asked for no new drawing. Milliseconds since the page was opened.
  function watch() {
    let last = performance.now();
    let quiet = 0;
    network.on("afterDrawing", () => { last = performance.now(); quiet = 0; });
    const frame = () => {
      quiet += 1;
      if (quiet < 3) { requestAnimationFrame(frame); return; }
      window.xishangStable = last;
      performance.mark("xishang-stable", { startTime: last });
    };
    requestAnimationFrame(frame);
  }

  network.on("beforeDrawing", (ctx) => { drawBoxes(ctx); drawRings(ctx); });
  network.redraw(); // names have a size only once they are drawn
  fit(false);
  watch();
  return { data, network, fit, zoom, under, choose };
})();
