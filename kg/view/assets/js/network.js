// The drawing, through vis-network: what pyvis wrote is drawn first, every later change goes in as a difference.
P.network = (() => {
  const { vertices, groups, agents, directives } = P.facts;
  const { id } = P.scene;
  const opening = JSON.parse(document.getElementById("opening").textContent);
  const holder = document.getElementById("drawing");
  const nodes = new vis.DataSet(opening.nodes.map((node) => ({ ...node, label: undefined })));
  const edges = new vis.DataSet(opening.edges);
  const options = typeof opening.options === "string" ? JSON.parse(opening.options) : opening.options;
  // Pixels at the bottom in which the hint and the buttons stand.
  const FOOT = 44;
  let network = null;
  let shown = { frames: [], bands: [], gutter: 0, frame: null, at: new Map(), built: null, look: null, labels: [], lines: [] };
  let boxes = new Map();
  let taken = [];
  let lastFit = "";
  let near = false;
  let attended = "";

  function apply(set, wanted) {
    const keep = new Set(wanted.map((item) => item.id));
    const gone = set.getIds().filter((key) => !keep.has(key));
    if (gone.length) set.remove(gone);
    set.update(wanted);
  }
  function update({ built, at, frames, bands, gutter, frame, mode, selection, state }) {
    const dim = P.look.touched(selection, built);
    shown = { ...shown, at, frames, bands, gutter, frame };
    const whole = fitting(at, frame);
    const close = dim && (whole.scale < 0.62 || hidden()) ? closeTo(dim, at) : null;
    const look = { ...P.look.colours(), grow: Math.min(2.4, Math.max(1, 0.72 / (close || whole).scale)) };
    const sends = new Set(built.edges.map((edge) => edge.from));
    const below = bands.length ? new Set() : P.look.reachedFromBelow(built, at);
    const items = built.nodes.map((node) => ({ ...node, sends: sends.has(node.key), above: below.has(node.key) }));
    const chosen = selection.type === "vertex" ? id.vertex(selection.index) : selection.type === "group" ? id.group(selection.index) : null;
    const more = P.extras.build(built, at, state, look, dim);
    const plain = built.edges.filter((edge) => !more.replaced.has(edge.key));
    const bend = P.look.curves(plain);
    shown = {
      ...shown, built, look, mode,
      labels: [...items.map((item) => P.look.label(item, at.get(item.key), look, dim, chosen)), ...more.labels],
      lines: plain.filter((edge) => edge.from !== edge.to && (!dim || dim.lines.has(edge.key))).sort((a, b) => b.directives.size - a.directives.size || (a.key < b.key ? -1 : 1)).slice(0, 160)
        .map((edge) => ({ key: edge.key, text: P.look.words(edge), colour: P.look.force(edge, look) })),
    };
    apply(nodes, [...items.map((item) => P.look.node(item, at, look, dim, chosen)), ...more.nodes]);
    apply(edges, [...plain.map((edge) => P.look.edge(edge, look, dim, bend.get(edge.key))), ...more.edges]);
    if (!network) start();
    network.redraw();
    const fitted = `${mode} ${built.nodes.map((node) => node.key).join(" ")}`;
    if (fitted !== lastFit) { lastFit = fitted; fit(); }
    attend(close, state.sel);
  }
  // Where the drawing is small, what is chosen is brought near enough to read; afterwards the whole comes back.
  function closeTo(dim, at) {
    const view = fitting(new Map([...dim.keys].filter((key) => at.has(key)).map((key) => [key, at.get(key)])), null);
    return { ...view, scale: Math.min(0.95, view.scale) };
  }
  function attend(close, chosen) {
    if (close && chosen !== attended) {
      near = true;
      network.moveTo(close);
    } else if (!close && near) {
      near = false;
      fit();
    }
    attended = chosen;
  }

  function start() {
    network = new vis.Network(holder, { nodes, edges }, options);
    network.on("beforeDrawing", background);
    network.on("afterDrawing", foreground);
    network.on("click", (event) => {
      const key = event.nodes[0] ?? labelAt(event.pointer.canvas);
      if (key !== undefined) choose(key);
      else if (event.edges.length) chooseEdge(event.edges[0]);
      else P.app.select("");
      network.unselectAll();
    });
    network.on("hoverNode", (event) => tip(tipOfNode(event.node), event.pointer.DOM));
    network.on("hoverEdge", (event) => tip(tipOfEdge(event.edge), event.pointer.DOM));
    for (const name of ["blurNode", "blurEdge", "dragStart", "zoom"]) network.on(name, () => { document.getElementById("tip").hidden = true; });
    network.on("resize", () => fit());
  }
  function labelAt(point) {
    for (const [key, box] of boxes) if (point.x >= box.left && point.x <= box.right && point.y >= box.top && point.y <= box.bottom) return key;
    return undefined;
  }
  function choose(key) {
    const [first, node] = key.split(":");
    const index = Number(first.slice(1));
    if (key[0] === "g") P.app.open(index);
    else if (key[0] === "d") P.app.select(`d:${directives[index].key}`);
    else if (key[0] === "p") P.app.select(`a:${agents[index].key}`);
    else if (node === undefined) P.app.select(`v:${vertices[index].key}`);
  }
  function chooseEdge(key) {
    const order = /^x(?:.*>)?d(\d+):/.exec(key);
    if (order) { P.app.select(`d:${directives[Number(order[1])].key}`); return; }
    const edge = shown.built.edges.find((item) => item.key === key);
    if (!edge) return;
    P.app.select(edge.directives.size === 1 ? `d:${directives[[...edge.directives][0]].key}` : `e:${edge.key}`);
  }
  function tip(text, point) {
    const box = document.getElementById("tip");
    box.hidden = !text;
    box.textContent = text;
    box.style.left = `${Math.max(8, Math.min(point.x + 14, holder.clientWidth - 290))}px`;
    box.style.top = `${Math.max(8, Math.min(point.y + 16, holder.clientHeight - 90))}px`;
  }
  function tipOfEdge(key) {
    const edge = shown.built.edges.find((item) => item.key === key);
    if (!edge) return "";
    return edge.directives.size === 1 ? P.panel.sentenceText(directives[[...edge.directives][0]]) : `${P.app.nameOf(edge.from)} → ${P.app.nameOf(edge.to)}: ${P.look.words(edge)}`;
  }
  function tipOfNode(key) {
    const { t } = P.words;
    const index = Number(key.split(":")[0].slice(1));
    if (key[0] === "g") return `${P.words.name(groups[index])}: ${t("fold_text", { n: groups[index].size })}`;
    if (key[0] === "d") return P.panel.sentenceText(directives[index]);
    if (key[0] === "p") return P.words.person(index);
    return `${P.words.vertex(vertices[index])} · ${t("issued", { n: vertices[index].sent.length })} · ${t("received", { n: vertices[index].received.length })}`;
  }

  // Under the nodes: frames of open groups, and the bands of the chain of command.
  function background(context) {
    const { frames, bands, look } = shown;
    if (!look) return;
    const scale = network.getScale();
    const corner = network.DOMtoCanvas({ x: 0, y: 0 });
    const far = network.DOMtoCanvas({ x: holder.clientWidth, y: holder.clientHeight });
    context.save();
    context.textBaseline = "top";
    context.textAlign = "left";
    bands.forEach((band, index) => {
      context.fillStyle = index % 2 ? look.paper : look.wash;
      context.fillRect(corner.x, band.top, far.x - corner.x, band.bottom - band.top);
    });
    for (const frame of frames) {
      context.strokeStyle = look.faint;
      context.fillStyle = look.wash;
      context.lineWidth = 1.5 / scale;
      context.beginPath();
      context.roundRect(frame.left, frame.top - 30, frame.right - frame.left, frame.bottom - frame.top + 30, 14);
      context.globalAlpha = 0.5;
      context.fill();
      context.globalAlpha = 1;
      context.stroke();
      if ((frame.right - frame.left) * scale < 90) continue;
      context.fillStyle = look.soft;
      context.font = `600 ${Math.min(44, 14 / scale)}px "Perintah Sans", sans-serif`;
      context.fillText(Array.from(P.words.name(groups[frame.group])).slice(0, 60).join(""), frame.left + 12, frame.top - 24);
    }
    context.restore();
  }
  // Over them: the labels.
  function foreground(context) {
    if (!shown.look) return;
    context.save();
    const lines = shown.lines.flatMap((line) => {
      const edge = network.body.edges[line.key];
      if (!edge || !edge.connected) return [];
      const via = edge.edgeType.getViaNode();
      const [a, b] = [edge.from, edge.to];
      return [{ ...line, length: Math.hypot(b.x - a.x, b.y - a.y) - (a.options.size || 0) - (b.options.size || 0), points: [0.5, 0.4, 0.6].map((share) => edge.edgeType.getPoint(share, via)) }];
    });
    const corner = network.DOMtoCanvas({ x: 2 + (shown.gutter || 0), y: 2 });
    const far = network.DOMtoCanvas({ x: holder.clientWidth - 2, y: holder.clientHeight - 2 });
    const view = { left: corner.x, top: corner.y, right: far.x, bottom: far.y };
    taken = shown.bands.length ? P.bands.draw(context, shown, network.getScale(), { ...view, left: network.DOMtoCanvas({ x: 0, y: 0 }).x }) : [];
    boxes = P.labels.draw(context, shown.labels, lines, shown.look, network.getScale(), view, taken);
    context.restore();
  }

  // How much of the drawing is hidden behind a sheet at the bottom of a narrow screen, in pixels.
  function hidden() {
    if (!document.body.dataset.chosen || !matchMedia("screen and (max-width: 999px)").matches) return 0;
    return Math.max(0, holder.clientHeight - (innerHeight - P.panel.holder.offsetHeight));
  }
  // All of `at` in sight, with room for the labels at its edge; or just `frame`, which has that room within it.
  function fitting(at, frame) {
    let [low, high] = [{ x: Infinity, y: Infinity }, { x: -Infinity, y: -Infinity }];
    for (const point of at.values()) for (const axis of ["x", "y"]) { low[axis] = Math.min(low[axis], point[axis]); high[axis] = Math.max(high[axis], point[axis]); }
    if (frame) [low, high] = [{ x: frame.left, y: frame.top }, { x: frame.right, y: frame.bottom }];
    const gutter = shown.gutter || 0;
    const below = hidden();
    const [across, tall] = [holder.clientWidth - gutter, holder.clientHeight - Math.max(below, FOOT)];
    const room = frame ? { x: across, y: tall } : { x: across - Math.min(150, across * 0.3), y: tall - Math.min(110, tall * 0.3) };
    const scale = Math.max(0.04, Math.min(frame ? 1 : 1.2, room.x / Math.max(1, high.x - low.x), room.y / Math.max(1, high.y - low.y)));
    return { position: { x: (low.x + high.x) / 2 - gutter / 2 / scale, y: (low.y + high.y) / 2 + (Math.max(below, FOOT) / 2 + (frame ? 0 : 8)) / scale }, scale, animation: false };
  }
  function fit() {
    if (network && holder.clientWidth && shown.at.size) network.moveTo(fitting(shown.at, shown.frame));
  }
  const zoom = (factor) => network && network.moveTo({ scale: Math.min(4, Math.max(0.03, network.getScale() * factor)), animation: false });
  // Brings a node into the middle if it is out of sight.
  function reveal(key) {
    if (!network || !shown.at.has(key)) return;
    const point = network.canvasToDOM(shown.at.get(key));
    if (point.x < 30 || point.y < 30 || point.x > holder.clientWidth - 30 || point.y > holder.clientHeight - 30 - hidden()) network.moveTo({ position: shown.at.get(key), animation: false });
  }
  // The nearest node in the direction of an arrow key.
  function step(from, key) {
    const direction = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key];
    const origin = shown.at.get(from);
    if (!origin) return [...shown.at.keys()][0] ?? null;
    let best = null;
    for (const [other, point] of shown.at) {
      const [dx, dy] = [point.x - origin.x, point.y - origin.y];
      const along = dx * direction[0] + dy * direction[1];
      if (other === from || along <= 0) continue;
      const cost = along + 2 * Math.abs(dx * direction[1] + dy * direction[0]);
      if (!best || cost < best.cost) best = { other, cost };
    }
    return best && best.other;
  }
  // The drawing as it is, on a canvas of its own.
  function copy() {
    const source = holder.querySelector("canvas");
    if (!network || !source || !source.width) return null;
    network.redraw();
    const target = document.createElement("canvas");
    [target.width, target.height] = [source.width, source.height];
    target.getContext("2d").drawImage(source, 0, 0);
    return target;
  }
  // Where the names of nodes and of levels stand, in pixels.
  function framed(box) {
    const [low, high] = [network.canvasToDOM({ x: box.left, y: box.top }), network.canvasToDOM({ x: box.right, y: box.bottom })];
    return { left: low.x, top: low.y, right: high.x, bottom: high.y };
  }
  const names = () => Object.fromEntries([...boxes].map(([key, box]) => [key, framed(box)]));
  const levels = () => taken.map(framed);
  // Width and height of the drawing in pixels; zeros while it is not shown.
  const size = () => ({ width: holder.clientWidth, height: Math.max(0, holder.clientHeight - FOOT) });
  const screen = (key) => (network && nodes.get(key) ? network.canvasToDOM(network.getPosition(key)) : null);
  return { update, fit, zoom, reveal, step, choose, screen, size, copy, names, levels, counts: () => ({ nodes: nodes.length, edges: edges.length }), holder };
})();
