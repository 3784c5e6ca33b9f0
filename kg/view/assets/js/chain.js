// The chain of command: the same nodes in bands, the highest level on top, each row ordered by where its orders come from.
P.chain = (() => {
  const { vertices } = P.facts;
  const across = 190;
  const down = 132;

  const levelOf = (node) => Math.min(...node.members.map((vertex) => vertices[vertex].level));

  function positions(built) {
    const levels = new Map();
    for (const node of built.nodes) {
      const level = levelOf(node);
      if (!levels.has(level)) levels.set(level, []);
      levels.get(level).push(node.key);
    }
    const order = [...levels.keys()].sort((a, b) => a - b);
    const widest = Math.max(...[...levels.values()].map((keys) => keys.length), 1);
    const wide = Math.max(5, Math.min(14, Math.ceil(Math.sqrt(built.nodes.length * 2.6)), widest));
    const beside = new Map();
    for (const edge of built.edges) {
      for (const [one, other] of [[edge.from, edge.to], [edge.to, edge.from]]) {
        if (!beside.has(one)) beside.set(one, []);
        beside.get(one).push([other, edge.directives.size]);
      }
    }
    const rank = new Map();
    for (const keys of levels.values()) keys.forEach((key, index) => rank.set(key, index / keys.length));
    for (let sweep = 0; sweep < 6; sweep += 1) {
      for (const level of sweep % 2 ? [...order].reverse() : order) {
        const keys = levels.get(level);
        const middle = new Map(keys.map((key) => {
          const near = beside.get(key) || [];
          const weight = near.reduce((sum, [, count]) => sum + count, 0);
          return [key, weight ? near.reduce((sum, [other, count]) => sum + rank.get(other) * count, 0) / weight : rank.get(key)];
        }));
        keys.sort((a, b) => middle.get(a) - middle.get(b) || (a < b ? -1 : 1));
        keys.forEach((key, index) => rank.set(key, (index + 0.5) / keys.length));
      }
    }
    const at = new Map();
    const bands = [];
    const width = wide * across;
    let y = 0;
    for (const level of order) {
      const keys = levels.get(level);
      const rows = Math.ceil(keys.length / wide);
      const columns = Math.ceil(keys.length / rows);
      bands.push({ level, left: -width / 2 - 130, right: width / 2 + 30, top: y, bottom: y + rows * down + 26 });
      keys.forEach((key, index) => {
        const row = index % rows;
        const column = Math.floor(index / rows);
        const inRow = Math.ceil((keys.length - row) / rows);
        const stretch = Math.min(across * 1.5, width / Math.max(columns, 1));
        at.set(key, { x: (column - (inRow - 1) / 2) * stretch, y: y + 62 + row * down });
      });
      y += rows * down + 26;
    }
    for (const point of at.values()) point.y -= y / 2;
    for (const band of bands) { band.top -= y / 2; band.bottom -= y / 2; }
    return { at, bands };
  }
  return { positions };
})();
