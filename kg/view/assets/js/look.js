// How nodes and lines look: shape says what a node is, fill says whether it orders, colour, dash and word say the force.
P.look = (() => {
  const { vertices, groups, looks } = P.facts;
  const { id } = P.scene;
  const shapes = { post: "dot", unit: "square", group: "hexagon", person: "triangle", unnamed: "dot" };

  function colours() {
    const style = getComputedStyle(document.documentElement);
    const get = (name) => style.getPropertyValue(`--${name}`).trim();
    return { get, ink: get("ink"), paper: get("paper"), sheet: get("sheet"), soft: get("soft"), faint: get("faint"), wash: get("wash"), accent: get("accent") };
  }
  const force = (edge, look) => look.get(edge.force === "mixed" ? "soft" : edge.force);
  const dashes = (edge) => (edge.force !== "mixed" && looks[edge.force].dash.length ? looks[edge.force].dash : false);

  // Letters in a line of a label: fewer where the window is narrow.
  const letters = () => (innerWidth < 560 ? 16 : 20);
  function wrap(label, width = letters(), lines = 3) {
    const rows = [];
    for (const word of label.split(/\s+/).filter(Boolean)) {
      const letters = Array.from(word);
      const piece = letters.length <= width ? word : `${letters.slice(0, width - 1).join("")}…`;
      if (rows.length && rows[rows.length - 1].length + 1 + piece.length <= width) rows[rows.length - 1] += ` ${piece}`;
      else rows.push(piece);
    }
    if (rows.length > lines) {
      rows.length = lines;
      const last = Array.from(rows[lines - 1]);
      rows[lines - 1] = `${(last.length < width ? last : last.slice(0, width - 1)).join("")}…`;
    }
    return rows;
  }

  // What the selection touches stays dark, the rest steps back.
  function touched(selection, built) {
    const keys = new Set();
    const lines = new Set();
    if (selection.type === "vertex" || selection.type === "group") {
      const key = id[selection.type](selection.index);
      if (!built.nodes.some((node) => node.key === key)) return null;
      keys.add(key);
    }
    for (const edge of built.edges) if (P.scene.touches(edge, selection)) { keys.add(edge.from); keys.add(edge.to); lines.add(edge.key); }
    return keys.size ? { keys, lines } : null;
  }

  const paint = (background, border, chosen, over) => ({ background, border, highlight: { background, border: chosen }, hover: { background: over, border } });

  function node(item, at, look, dim, chosen) {
    const { x, y } = at.get(item.key);
    const faded = dim && !dim.keys.has(item.key);
    const base = { id: item.key, x: Math.round(x), y: Math.round(y), opacity: faded ? 0.22 : 1, label: undefined, shapeProperties: { borderDashes: false } };
    const border = chosen === item.key ? look.accent : faded ? look.faint : look.ink;
    if (item.group !== null) return { ...base, shape: "dot", size: groups[item.group].radius * Math.min(look.grow, 1.5), color: paint(look.wash, border, look.accent, look.faint), borderWidth: 4 };
    const vertex = vertices[item.members[0]];
    if (vertex.kind === "unnamed") return { ...base, shape: "dot", size: 4 * look.grow, color: paint(look.paper, look.soft, look.accent, look.wash), borderWidth: 1.5, shapeProperties: { borderDashes: [2, 2] } };
    const fill = item.sends ? look.ink : look.sheet;
    return { ...base, shape: shapes[vertex.kind], size: vertex.radius * look.grow, color: paint(fill, border, look.accent, item.sends ? look.soft : look.wash), borderWidth: chosen === item.key ? 4 : 2 };
  }
  function edge(item, look, dim, curve) {
    const colour = force(item, look);
    const faded = dim && !dim.lines.has(item.key);
    const width = item.force === "mixed" ? 1.2 + Math.min(7, Math.sqrt(item.directives.size) * 0.45) : looks[item.force].width * (0.75 + Math.min(1.4, Math.log2(item.directives.size) * 0.35));
    return {
      id: item.key, from: item.from, to: item.to, dashes: dashes(item), width: width * Math.min(look.grow, 1.7), label: undefined,
      color: { color: colour, highlight: colour, hover: colour, opacity: faded ? 0.12 : item.force === "mixed" ? 0.6 : 0.92 },
      smooth: item.from === item.to ? { enabled: true, type: "continuous", roundness: 0.5 } : { enabled: true, type: "curvedCW", roundness: curve },
    };
  }
  // The lines of the label of a node.
  function rows(item) {
    if (item.group !== null) return [...wrap(P.words.name(groups[item.group])), P.words.t("nodes", { n: item.members.length })];
    const vertex = vertices[item.members[0]];
    return vertex.kind === "unnamed" ? [] : wrap(P.words.vertex(vertex));
  }
  // What is written beside a node; the heavier is written first.
  function label(item, point, look, dim, chosen) {
    const faded = Boolean(dim && !dim.keys.has(item.key));
    const weight = item.members.reduce((sum, v) => sum + vertices[v].sent.length + vertices[v].received.length, 0) + (dim && !faded ? 1e7 : 0);
    const base = { key: item.key, x: point.x, y: point.y, above: item.above, faded, weight, rows: rows(item), must: Boolean(dim && !faded && dim.keys.size < 14) || chosen === item.key };
    if (item.group !== null) return { ...base, radius: groups[item.group].radius * Math.min(look.grow, 1.5) + 3, size: 14, bold: 600 };
    const vertex = vertices[item.members[0]];
    return { ...base, radius: (vertex.kind === "unnamed" ? 5 : vertex.radius) * look.grow + 2, size: item.sends ? 14 : 13, bold: item.sends ? 600 : 400 };
  }
  const words = (item) => {
    const count = item.directives.size;
    if (item.force === "mixed") return P.words.number(count);
    return P.words.t(`f_${item.force}`) + (count > 1 ? ` ×${P.words.number(count)}` : "");
  };
  // A line that belongs to an order shown as a node, or to a holder of a post.
  const thin = (from, to, colour, dash, arrow) => ({ id: `x${from}>${to}`, from, to, width: 1.4, dashes: dash, color: { color: colour, opacity: 0.9, highlight: colour, hover: colour }, arrows: { to: { enabled: arrow, scaleFactor: 0.5 } }, label: undefined, smooth: { enabled: false } });

  // Lines between the same two nodes bend apart.
  function curves(list) {
    const pairs = new Map();
    const found = new Map();
    for (const item of list) {
      const pair = item.from < item.to ? `${item.from} ${item.to}` : `${item.to} ${item.from}`;
      if (!pairs.has(pair)) pairs.set(pair, []);
      pairs.get(pair).push(item);
    }
    for (const lines of pairs.values()) {
      lines.sort((a, b) => (a.key < b.key ? -1 : 1));
      const both = lines.some((other) => other.from !== lines[0].from);
      lines.forEach((item, index) => {
        const step = lines.length === 1 ? 0.06 : 0.12 + Math.floor(index / 2) * 0.16;
        found.set(item.key, both || index % 2 === 0 ? step : -step);
      });
    }
    return found;
  }
  // Nodes whose lines mostly come from below: their labels stand above them, out of the way.
  function reachedFromBelow(built, at) {
    const slopes = new Map();
    const add = (key, slope) => { if (!slopes.has(key)) slopes.set(key, []); slopes.get(key).push(slope); };
    for (const item of built.edges) {
      const [a, b] = [at.get(item.from), at.get(item.to)];
      const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
      add(item.from, (b.y - a.y) / length);
      add(item.to, (a.y - b.y) / length);
    }
    return new Set([...slopes].filter(([, all]) => Math.max(...all) > 0.4 && all.filter((slope) => slope > 0.2).length >= all.filter((slope) => slope < -0.2).length).map(([key]) => key));
  }
  return { colours, force, dashes, touched, node, edge, rows, label, words, thin, curves, reachedFromBelow, paint, wrap };
})();
