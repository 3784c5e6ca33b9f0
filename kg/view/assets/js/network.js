// The drawing, through vis-network: what pyvis wrote is drawn first, every later change goes in as a difference.
P.network = (() => {
  const { vertices, groups, agents, directives } = P.facts;
  const { id } = P.scene;
  const opening = JSON.parse(document.getElementById("opening").textContent);
  const holder = document.getElementById("drawing");
  const nodes = new vis.DataSet(opening.nodes);
  const edges = new vis.DataSet(opening.edges);
  const options = typeof opening.options === "string" ? JSON.parse(opening.options) : opening.options;
  let network = null;
  let shown = { frames: [], bands: [], at: new Map(), built: null, mode: "network" };
  let lastFit = "";
  const shapes = { post: "dot", unit: "square", group: "hexagon", person: "triangle", unnamed: "dot", directive: "diamond" };

  function colours() {
    const style = getComputedStyle(document.documentElement);
    const get = (name) => style.getPropertyValue(`--${name}`).trim();
    return { get, ink: get("ink"), paper: get("paper"), sheet: get("sheet"), soft: get("soft"), faint: get("faint"), wash: get("wash"), accent: get("accent") };
  }
  function wrap(label, width = 20, lines = 3) {
    const rows = [];
    for (const word of label.split(/\s+/).filter(Boolean)) {
      const piece = Array.from(word).length <= width ? word : `${Array.from(word).slice(0, width - 1).join("")}…`;
      if (rows.length && rows[rows.length - 1].length + 1 + piece.length <= width) rows[rows.length - 1] += ` ${piece}`;
      else rows.push(piece);
    }
    if (rows.length > lines) {
      rows.length = lines;
      const last = Array.from(rows[lines - 1]);
      rows[lines - 1] = `${(last.length < width ? last : last.slice(0, width - 1)).join("")}…`;
    }
    return rows.join("\n");
  }

  // What the selection touches stays dark, the rest steps back.
  function touched(selection, built) {
    if (!selection || selection.type === "none") return null;
    const keys = new Set();
    const lines = new Set();
    const of = (edge) => { keys.add(edge.from); keys.add(edge.to); lines.add(edge.key); };
    if (selection.type === "vertex" || selection.type === "group") {
      const key = selection.type === "vertex" ? id.vertex(selection.index) : id.group(selection.index);
      const present = built.nodes.some((node) => node.key === key);
      if (!present) return null;
      keys.add(key);
      built.edges.filter((edge) => edge.from === key || edge.to === key).forEach(of);
    } else if (selection.type === "edge") {
      built.edges.filter((edge) => edge.key === selection.key).forEach(of);
    } else if (selection.type === "directive") {
      built.edges.filter((edge) => edge.directives.has(selection.index)).forEach(of);
    }
    return keys.size ? { keys, lines } : null;
  }

  function nodeOf(node, at, look, dim, chosen) {
    const { x, y } = at.get(node.key);
    const faded = dim && !dim.keys.has(node.key);
    const base = { id: node.key, x: Math.round(x), y: Math.round(y), opacity: faded ? 0.22 : 1 };
    const ink = faded ? look.faint : look.ink;
    const font = { color: faded ? look.soft : look.ink, size: 15, face: "Perintah Sans", background: look.paper };
    if (node.group !== null) {
      const group = groups[node.group];
      return {
        ...base, shape: "dot", size: group.radius, label: wrap(`${P.words.name(group)} · ${P.words.number(node.members.length)}`),
        color: { background: look.wash, border: ink, highlight: { background: look.wash, border: look.accent }, hover: { background: look.faint, border: ink } },
        borderWidth: 5, shapeProperties: { borderDashes: false }, font: { ...font, size: 16 },
      };
    }
    const vertex = vertices[node.members[0]];
    if (vertex.kind === "unnamed") {
      return { ...base, shape: "dot", size: 5, label: " ", color: { background: look.paper, border: look.soft, highlight: { background: look.paper, border: look.accent }, hover: { background: look.paper, border: look.ink } }, borderWidth: 1.5, shapeProperties: { borderDashes: [2, 2] }, font };
    }
    const sends = node.sends;
    const label = wrap(P.words.vertex(vertex));
    const picked = chosen === node.key;
    return {
      ...base, shape: shapes[vertex.kind], size: vertex.radius, label,
      color: {
        background: sends ? look.ink : look.sheet, border: picked ? look.accent : look.ink,
        highlight: { background: sends ? look.accent : look.sheet, border: look.accent }, hover: { background: sends ? look.soft : look.wash, border: look.ink },
      },
      borderWidth: picked ? 4 : 2, shapeProperties: { borderDashes: false }, font: { ...font, size: sends ? 16 : 14, vadjust: node.above ? above(vertex, label) : 0 },
    };
  }

  // Moves a label from below its node to above it.
  const above = (vertex, label) => -(2 * vertex.radius + label.split("\n").length * 17 + 16);

  // Nodes whose lines mostly come from below: their labels stand above them, out of the way.
  function reachedFromBelow(built, at) {
    const slope = new Map();
    for (const edge of built.edges) {
      const [a, b] = [at.get(edge.from), at.get(edge.to)];
      const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
      slope.set(edge.from, (slope.get(edge.from) || []).concat((b.y - a.y) / length));
      slope.set(edge.to, (slope.get(edge.to) || []).concat((a.y - b.y) / length));
    }
    return new Set([...slope].filter(([, all]) => Math.max(...all) > 0.55 && Math.min(...all) > -0.55).map(([key]) => key));
  }

  function edgeOf(edge, look, dim, curve, spare) {
    const faded = dim && !dim.lines.has(edge.key);
    const colour = look.get(edge.force);
    const count = edge.directives.size;
    const words = P.words.t(`f_${edge.force}`) + (count > 1 ? ` ×${P.words.number(count)}` : "");
    return {
      id: edge.key, from: edge.from, to: edge.to, dashes: P.marks.dashes[edge.force].length ? P.marks.dashes[edge.force] : false,
      width: P.marks.widths[edge.force] * (0.75 + Math.min(1.4, Math.log2(count) * 0.35)),
      color: { color: colour, highlight: colour, hover: colour, opacity: faded ? 0.12 : 0.92 },
      label: faded || (spare && !dim) ? undefined : words,
      font: { color: colour, size: 12, face: "Perintah Sans", background: look.paper, strokeWidth: 0, align: "middle" },
      smooth: edge.from === edge.to ? { enabled: true, type: "continuous", roundness: 0.5 } : { enabled: true, type: "curvedCW", roundness: curve },
    };
  }

  // Lines between the same two nodes bend apart.
  function curves(list) {
    const pairs = new Map();
    const found = new Map();
    for (const edge of list) {
      const pair = edge.from < edge.to ? `${edge.from} ${edge.to}` : `${edge.to} ${edge.from}`;
      if (!pairs.has(pair)) pairs.set(pair, []);
      pairs.get(pair).push(edge);
    }
    for (const lines of pairs.values()) {
      lines.sort((a, b) => (a.key < b.key ? -1 : 1));
      lines.forEach((edge, index) => {
        const both = lines.some((other) => other.from !== edge.from);
        const step = lines.length === 1 ? 0.06 : 0.14 + Math.floor(index / 2) * 0.2;
        found.set(edge.key, both || index % 2 === 0 ? step : -step);
      });
    }
    return found;
  }

  // Orders as nodes of their own, and who holds a post, on demand and while there is room.
  function extras(built, at, state, look, dim) {
    const more = { nodes: [], edges: [], replaced: new Set() };
    let room = P.facts.limit - built.nodes.length;
    const thin = (from, to, colour, dashes, arrow) => ({ id: `x${from}>${to}`, from, to, width: 1.4, dashes, color: { color: colour, opacity: 0.9, highlight: colour, hover: colour }, arrows: { to: { enabled: arrow, scaleFactor: 0.5 } }, label: undefined, smooth: false });
    if (state.orders) {
      for (const edge of built.edges) {
        if (edge.directives.size > room) continue;
        room -= edge.directives.size;
        more.replaced.add(edge.key);
        const [a, b] = [at.get(edge.from), at.get(edge.to)];
        const turn = P.facts.forces.indexOf(edge.force) * 16 - 40;
        [...edge.directives].forEach((index, place) => {
          const share = (place + 1) / (edge.directives.size + 1);
          const [dx, dy] = [b.x - a.x, b.y - a.y];
          const length = Math.hypot(dx, dy) || 1;
          const key = `${id.directive(index)}:${edge.key}`;
          const colour = look.get(edge.force);
          const faded = dim && !dim.lines.has(edge.key);
          more.nodes.push({
            id: key, shape: "diamond", size: 9, label: P.words.t(`f_${edge.force}`), opacity: faded ? 0.2 : 1, borderWidth: 1.5,
            x: Math.round(a.x + dx * share - (dy / length) * turn), y: Math.round(a.y + dy * share + (dx / length) * turn + (length === 1 ? 60 : 0)),
            color: { background: colour, border: look.paper, highlight: { background: colour, border: look.accent }, hover: { background: colour, border: look.ink } },
            font: { size: 11, color: colour, face: "Perintah Sans" }, shapeProperties: { borderDashes: false },
          });
          more.edges.push(thin(edge.from, key, colour, P.marks.dashes[edge.force].length ? P.marks.dashes[edge.force] : false, false), thin(key, edge.to, colour, P.marks.dashes[edge.force].length ? P.marks.dashes[edge.force] : false, true));
        });
      }
    }
    if (state.holders) {
      for (const node of built.nodes) {
        if (node.group !== null || vertices[node.members[0]].agent < 0) continue;
        const point = at.get(node.key);
        const persons = [...new Set(P.facts.holdersOf(vertices[node.members[0]].agent).filter((tenure) => !tenure.former).map((tenure) => tenure.person))];
        persons.slice(0, 4).forEach((person, place) => {
          if (room <= 0) return;
          room -= 1;
          const key = `${id.person(person)}:${node.key}`;
          more.nodes.push({
            id: key, shape: "triangle", size: 8, label: wrap(P.words.name(agents[person])), x: Math.round(point.x + 62 + place * 34), y: Math.round(point.y - 48 - place * 30), opacity: dim && !dim.keys.has(node.key) ? 0.2 : 1,
            color: { background: look.sheet, border: look.soft, highlight: { background: look.sheet, border: look.accent }, hover: { background: look.wash, border: look.ink } }, borderWidth: 1.5,
            font: { size: 13, color: look.soft, face: "Perintah Sans" }, shapeProperties: { borderDashes: false },
          });
          more.edges.push(thin(key, node.key, look.soft, [1, 4], false));
        });
      }
    }
    return more;
  }

  function apply(set, wanted) {
    const keep = new Set(wanted.map((item) => item.id));
    const gone = set.getIds().filter((key) => !keep.has(key));
    if (gone.length) set.remove(gone);
    set.update(wanted);
  }

  function update({ built, at, frames, bands, mode, selection, state }) {
    const look = colours();
    const dim = touched(selection, built);
    shown = { built, at, frames, bands, mode, look };
    const sends = new Set(built.edges.map((edge) => edge.from));
    const chosen = selection.type === "vertex" ? id.vertex(selection.index) : selection.type === "group" ? id.group(selection.index) : null;
    const below = reachedFromBelow(built, at);
    const more = extras(built, at, state, look, dim);
    const bend = curves(built.edges);
    const spare = built.edges.length > 70;
    apply(nodes, [...built.nodes.map((node) => nodeOf({ ...node, sends: sends.has(node.key), above: below.has(node.key) }, at, look, dim, chosen)), ...more.nodes]);
    apply(edges, [...built.edges.filter((edge) => !more.replaced.has(edge.key)).map((edge) => edgeOf(edge, look, dim, bend.get(edge.key), spare)), ...more.edges]);
    if (!network) start();
    network.redraw();
    const fitted = `${mode} ${built.nodes.map((node) => node.key).join(" ")}`;
    if (fitted !== lastFit) { lastFit = fitted; fit(); }
  }

  function start() {
    network = new vis.Network(holder, { nodes, edges }, options);
    network.on("beforeDrawing", background);
    network.on("click", (event) => {
      if (event.nodes.length) choose(event.nodes[0]);
      else if (event.edges.length) chooseEdge(event.edges[0]);
      else P.app.select("");
      network.unselectAll();
    });
    network.on("hoverNode", (event) => tip(event.node, event.pointer.DOM, false));
    network.on("hoverEdge", (event) => tip(event.edge, event.pointer.DOM, true));
    for (const name of ["blurNode", "blurEdge", "dragStart", "zoom"]) network.on(name, () => { document.getElementById("tip").hidden = true; });
    network.on("resize", () => fit());
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
    if (key[0] === "x") {
      const directive = /(?:^x|>)d(\d+):/.exec(key);
      if (directive) P.app.select(`d:${directives[Number(directive[1])].key}`);
      return;
    }
    const edge = shown.built.edges.find((item) => item.key === key);
    if (!edge) return;
    if (edge.directives.size === 1) P.app.select(`d:${directives[[...edge.directives][0]].key}`);
    else P.app.select(`e:${edge.key}`);
  }
  function tip(key, point, line) {
    const box = document.getElementById("tip");
    const text = tipText(key, line);
    box.hidden = !text;
    if (!text) return;
    box.textContent = text;
    box.style.left = `${Math.max(8, Math.min(point.x + 14, holder.clientWidth - 290))}px`;
    box.style.top = `${Math.max(8, Math.min(point.y + 16, holder.clientHeight - 80))}px`;
  }
  function tipText(key, line) {
    const { t, name, vertex } = P.words;
    if (line) {
      const edge = shown.built.edges.find((item) => item.key === key);
      if (!edge) return "";
      if (edge.directives.size > 1) return `${t(`f_${edge.force}`)} ×${P.words.number(edge.directives.size)}`;
      return P.panel.sentenceText(directives[[...edge.directives][0]]);
    }
    const index = Number(key.split(":")[0].slice(1));
    if (key[0] === "g") return `${name(groups[index])}: ${t("fold_text", { n: groups[index].size })}`;
    if (key[0] === "d") return P.panel.sentenceText(directives[index]);
    if (key[0] === "p") return P.words.person(index);
    const item = vertices[index];
    return `${vertex(item)} · ${t("issued", { n: item.sent.length })} · ${t("received", { n: item.received.length })}`;
  }

  // Frames of open groups, and the bands of the chain of command.
  function background(context) {
    const { frames, bands, look } = shown;
    if (!look) return;
    context.save();
    const scale = network.getScale();
    bands.forEach((band, index) => {
      context.fillStyle = index % 2 ? look.paper : look.wash;
      context.fillRect(band.left, band.top, band.right - band.left, band.bottom - band.top);
      context.fillStyle = look.soft;
      context.font = `600 ${Math.max(15, 13 / scale)}px "Perintah Sans", sans-serif`;
      context.textBaseline = "top";
      context.fillText(P.words.t(`level_${band.level}`), band.left + 14, band.top + 10);
    });
    for (const frame of frames) {
      context.strokeStyle = look.faint;
      context.fillStyle = look.wash;
      context.lineWidth = 1.5;
      context.beginPath();
      context.roundRect(frame.left, frame.top - 30, frame.right - frame.left, frame.bottom - frame.top + 30, 14);
      context.globalAlpha = 0.55;
      context.fill();
      context.globalAlpha = 1;
      context.stroke();
      context.fillStyle = look.soft;
      context.font = `600 ${Math.max(16, Math.min(40, 14 / scale))}px "Perintah Sans", sans-serif`;
      context.textBaseline = "top";
      context.fillText(Array.from(P.words.name(groups[frame.group])).slice(0, 60).join(""), frame.left + 14, frame.top - 22);
    }
    context.restore();
  }

  function fit() {
    if (!network || !holder.clientWidth) return;
    network.fit({ animation: false, maxZoomLevel: 1.15 });
  }
  const zoom = (factor) => network && network.moveTo({ scale: Math.min(3, Math.max(0.05, network.getScale() * factor)), animation: false });
  // Brings a node into the middle if it is out of sight.
  function reveal(key) {
    if (!network || !shown.at.has(key)) return;
    const point = network.canvasToDOM(shown.at.get(key));
    if (point.x < 30 || point.y < 30 || point.x > holder.clientWidth - 30 || point.y > holder.clientHeight - 30) network.moveTo({ position: shown.at.get(key), animation: false });
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
      const aside = Math.abs(dx * direction[1] + dy * direction[0]);
      if (other === from || along <= 0) continue;
      const cost = along + 2 * aside;
      if (!best || cost < best.cost) best = { other, cost };
    }
    return best && best.other;
  }
  const screen = (key) => network && shown.at.has(key) && network.canvasToDOM(shown.at.get(key));
  return { update, fit, zoom, reveal, step, choose, screen, counts: () => ({ nodes: nodes.length, edges: edges.length }), holder };
})();
