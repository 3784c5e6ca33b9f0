// Where a part of the graph stands: what a filter or a small window leaves is set closer together, each component whole.
P.place = (() => {
  const { vertices, groups } = P.facts;
  const GAP = 22;

  // The room of a node with its label beneath where labels are written `unit` times as large as the drawing: half its
  // width and height, and how far below the node its middle is.
  function room(node, unit) {
    const rows = P.look.rows(node);
    if (!rows.length) return { x: 34, y: 30, down: 0 };
    const radius = (node.group !== null ? groups[node.group].radius : vertices[node.members[0]].radius) * Math.max(1, unit * 0.72);
    const letters = Math.max(...rows.map((row) => Array.from(row).length));
    const below = unit * (rows.length * 16 + 6);
    return { x: Math.max(unit * letters * 3.6, radius) + 7, y: radius + 5 + below / 2, down: below / 2 };
  }
  function components(built) {
    const root = new Map(built.nodes.map((node) => [node.key, node.key]));
    const find = (key) => { let at = key; while (root.get(at) !== at) at = root.get(at); root.set(key, at); return at; };
    for (const edge of built.edges) root.set(find(edge.from), find(edge.to));
    const found = new Map();
    for (const node of built.nodes) {
      const key = find(node.key);
      if (!found.has(key)) found.set(key, []);
      found.get(key).push(node.key);
    }
    return [...found.values()];
  }
  // Pushes overlapping boxes apart along the axis of least overlap.
  function separate(keys, at, sizes) {
    for (let pass = 0; pass < (keys.length > 150 ? 50 : 200); pass += 1) {
      let hits = 0;
      for (let i = 0; i < keys.length; i += 1) {
        for (let j = i + 1; j < keys.length; j += 1) {
          const [a, b, one, other] = [at.get(keys[i]), at.get(keys[j]), sizes.get(keys[i]), sizes.get(keys[j])];
          const x = one.x + other.x - Math.abs(a.x - b.x);
          const y = one.y + other.y - Math.abs(a.y + one.down - b.y - other.down);
          if (x <= 0.5 || y <= 0.5) continue;
          hits += 1;
          const axis = x <= y * 1.6 ? "x" : "y";
          const push = (axis === "x" ? x : y) * 0.26 * (a[axis] > b[axis] ? 1 : -1);
          a[axis] += push;
          b[axis] -= push;
        }
      }
      if (!hits) return;
    }
  }
  function extent(keys, at, sizes) {
    const reach = (of) => keys.reduce((most, key) => Math.max(most, of(at.get(key), sizes.get(key))), -Infinity);
    const [left, right] = [-reach((point, size) => size.x - point.x), reach((point, size) => point.x + size.x)];
    const [top, bottom] = [-reach((point, size) => size.y - size.down - point.y), reach((point, size) => point.y + size.down + size.y)];
    return { left, top, width: right - left, height: bottom - top };
  }
  // Components on shelves no wider than `limit`, the tallest first.
  function shelve(parts, limit) {
    const shelves = [];
    let shelf = { parts: [], width: 0, height: 0, top: 0 };
    for (const part of parts) {
      if (shelf.parts.length && shelf.width + GAP + part.width > limit) {
        shelves.push(shelf);
        shelf = { parts: [], width: 0, height: 0, top: shelf.top + shelf.height + GAP };
      }
      const from = shelf.width + (shelf.parts.length ? GAP : 0);
      shelf.parts.push({ part, from });
      shelf.width = from + part.width;
      shelf.height = Math.max(shelf.height, part.height);
    }
    if (shelf.parts.length) shelves.push(shelf);
    return { shelves, width: shelves.reduce((most, one) => Math.max(most, one.width), 0), height: shelf.top + shelf.height };
  }
  // Places for the nodes of `built`, near those of `base`, on a sheet of `size`; where it must be drawn smaller than it
  // is, once more with room for labels that stay as large as they are. `legible` is 1 if all labels have room.
  function pack(built, base, size) {
    const first = sheetOf(built, base, size, 1);
    const unit = Math.min(1.5, 1 / first.scale);
    if (first.scale >= 0.95) return { ...first, legible: first.scale };
    const second = sheetOf(built, base, size, unit);
    return { ...second, legible: second.scale * unit };
  }
  function sheetOf(built, base, size, unit) {
    const aspect = size.width / size.height;
    const sizes = new Map(built.nodes.map((node) => [node.key, room(node, unit)]));
    const at = new Map();
    const parts = components(built).map((keys) => {
      const span = (axis) => keys.reduce((most, key) => Math.max(most, base.get(key)[axis]), -Infinity) - keys.reduce((least, key) => Math.min(least, base.get(key)[axis]), Infinity);
      const turn = keys.length > 3 && (span("x") > span("y") * 1.3) === (aspect < 0.8);
      const shrink = Math.min(0.5, (110 * Math.sqrt(keys.length)) / Math.max(span("x"), span("y"), 1));
      for (const key of keys) {
        const { x, y } = base.get(key);
        at.set(key, { x: (turn ? y : x) * shrink, y: (turn ? x : y) * shrink });
      }
      separate(keys, at, sizes);
      return { keys, ...extent(keys, at, sizes) };
    });
    parts.sort((a, b) => Math.round(b.height) - Math.round(a.height) || Math.round(b.width) - Math.round(a.width) || (a.keys[0] < b.keys[0] ? -1 : 1));
    const widest = parts.reduce((most, part) => Math.max(most, part.width), 0);
    const area = parts.reduce((sum, part) => sum + (part.width + GAP) * (part.height + GAP), 0);
    const sheets = [0.85, 1, 1.15, 1.35, 1.6, 2].map((stretch) => shelve(parts, Math.max(widest, Math.sqrt(area * aspect) * stretch)));
    const need = (sheet) => Math.max(sheet.width / aspect, sheet.height);
    const sheet = sheets.reduce((best, one) => (need(one) < need(best) - 1 ? one : best));
    for (const shelf of sheet.shelves) {
      // What is left of a shelf goes between its components.
      const air = (sheet.width - shelf.width) / (shelf.parts.length + 1);
      shelf.parts.forEach(({ part, from }, index) => {
        const [dx, dy] = [from + air * (index + 1) - sheet.width / 2 - part.left, shelf.top + (shelf.height - part.height) / 2 - sheet.height / 2 - part.top];
        for (const key of part.keys) { at.get(key).x += dx; at.get(key).y += dy; }
      });
    }
    const [x, y] = [sheet.width / 2 + GAP, sheet.height / 2 + GAP / 2];
    return { at, frame: { left: -x, right: x, top: -y, bottom: y }, scale: Math.min(size.width / (2 * x), size.height / (2 * y)) };
  }
  return { pack };
})();
