// The chain of command: the same nodes in bands, the highest level on top, each row ordered by where its orders come from.
P.chain = (() => {
  const { vertices } = P.facts;

  const levelOf = (node) => Math.min(...node.members.map((vertex) => vertices[vertex].level));

  function positions(built) {
    const levels = new Map();
    const beside = new Map();
    const stubs = built.nodes.filter((node) => node.group === null && vertices[node.members[0]].kind === "unnamed");
    const named = built.nodes.filter((node) => !stubs.includes(node));
    for (const node of named) {
      const level = levelOf(node);
      if (!levels.has(level)) levels.set(level, []);
      levels.get(level).push(node.key);
    }
    const [across, down] = named.length > 50 ? [128, 124] : [190, 132];
    const order = [...levels.keys()].sort((a, b) => a - b);
    const widest = Math.max(...[...levels.values()].map((keys) => keys.length), 1);
    const wide = Math.max(4, Math.min(18, Math.ceil(Math.sqrt(named.length * 1.1)), widest));
    const unnamed = new Set(stubs.map((node) => node.key));
    for (const edge of built.edges) {
      for (const [one, other] of [[edge.from, edge.to], [edge.to, edge.from]]) {
        if (unnamed.has(one) || unnamed.has(other)) continue;
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
    const single = order.filter((level) => levels.get(level).length <= wide * 0.6);
    const column = settle(single.map((level) => levels.get(level)), beside, across, (wide * across) / 2);
    const at = new Map();
    const bands = [];
    const reach = [...column.values()].reduce((most, x) => Math.max(most, Math.abs(x)), 0);
    const width = Math.max(wide * across, 2 * reach + across);
    let y = 0;
    for (const level of order) {
      const keys = levels.get(level);
      const rows = Math.ceil(keys.length / wide);
      const columns = Math.ceil(keys.length / rows);
      bands.push({ level, what: kinds(keys), top: y, bottom: y + rows * down + 26 });
      if (column.has(keys[0])) keys.forEach((key) => at.set(key, { x: column.get(key), y: y + 62 }));
      else keys.forEach((key, index) => {
        const row = index % rows;
        const inRow = Math.ceil((keys.length - row) / rows);
        const stretch = Math.min(across * 1.5, width / Math.max(columns, 1));
        at.set(key, { x: (Math.floor(index / rows) - (inRow - 1) / 2) * stretch, y: y + 62 + row * down });
      });
      y += rows * down + 26;
    }
    for (const node of stubs) {
      const vertex = vertices[node.members[0]];
      const owner = at.get(P.scene.id.vertex(vertex.beside));
      const side = vertex.key.startsWith("?>") ? -1 : 1;
      if (owner) at.set(node.key, { x: owner.x + 44, y: owner.y + 40 * side });
      else at.set(node.key, { x: 0, y: y - 20 });
    }
    for (const point of at.values()) point.y -= y / 2;
    for (const band of bands) { band.top -= y / 2; band.bottom -= y / 2; }
    return { at, bands };
  }
  // What units a band holds, by the first words of their names: "Polda, Kodam".
  function kinds(keys) {
    const counts = new Map();
    for (const key of keys) {
      const agent = key[0] === "v" ? P.facts.agents[vertices[Number(key.slice(1))].agent] : null;
      if (!agent || agent.unit < 0) continue;
      const [word] = P.facts.units[agent.unit].label.split(" ");
      counts.set(word, (counts.get(word) || 0) + 1);
    }
    const ranked = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([word]) => word);
    return ranked.slice(0, 3).join(", ") + (ranked.length > 3 ? " …" : "");
  }

  // Nodes of a single row drift towards those they are tied to, keeping their order and their distance.
  function settle(rowsOfKeys, beside, across, most) {
    const x = new Map();
    for (const keys of rowsOfKeys) keys.forEach((key, index) => x.set(key, (index - (keys.length - 1) / 2) * across));
    for (let round = 0; round < 12; round += 1) {
      for (const keys of rowsOfKeys) {
        const wish = keys.map((key) => {
          const near = (beside.get(key) || []).filter(([other]) => x.has(other) && other !== key);
          return near.length ? near.reduce((sum, [other]) => sum + x.get(other), 0) / near.length : x.get(key);
        });
        const low = [...wish];
        const high = [...wish];
        for (let index = 1; index < wish.length; index += 1) low[index] = Math.max(low[index], low[index - 1] + across);
        for (let index = wish.length - 2; index >= 0; index -= 1) high[index] = Math.min(high[index], high[index + 1] - across);
        const spots = keys.map((key, index) => (low[index] + high[index]) / 2);
        const shift = Math.max(0, -most - spots[0]) - Math.max(0, spots[spots.length - 1] - most);
        keys.forEach((key, index) => x.set(key, spots[index] + shift));
      }
    }
    const all = [...x.values()];
    const middle = all.length ? (all.reduce((a, b) => Math.min(a, b)) + all.reduce((a, b) => Math.max(a, b))) / 2 : 0;
    for (const key of x.keys()) x.set(key, x.get(key) - middle);
    return x;
  }
  return { positions };
})();
