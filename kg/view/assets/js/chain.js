// The chain of command: the same nodes in bands, the highest level on top, each row ordered by where its orders come from.
P.chain = (() => {
  const { vertices } = P.facts;

  // A folded group stands where the highest of its units does, whoever else is in it.
  function levelOf(node) {
    const levels = node.members.map((vertex) => vertices[vertex].level);
    const commanding = levels.filter((level) => level >= 0 && level < 8);
    return Math.min(...(node.group !== null && commanding.length ? commanding : levels));
  }

  // Places on a sheet of about `size`; left of them a gutter in which the bands are named, or a line above each band
  // where there is no room for one.
  function positions(built, size) {
    const levels = new Map();
    const beside = new Map();
    const stubs = built.nodes.filter((node) => node.group === null && vertices[node.members[0]].kind === "unnamed");
    const named = built.nodes.filter((node) => !stubs.includes(node));
    for (const node of named) {
      const level = levelOf(node);
      if (!levels.has(level)) levels.set(level, []);
      levels.get(level).push(node.key);
    }
    const order = [...levels.keys()].sort((a, b) => a - b);
    const gutter = size.width >= 560 ? 124 : 0;
    // Room for a node with two or three lines of its name, and above the first row of a band.
    const cell = gutter ? { across: 130, down: 84, head: 8 } : { across: 114, down: 88, head: 30 };
    // Large circles of folded groups need more above and below.
    if (built.nodes.some((node) => node.group !== null)) [cell.head, cell.down] = [cell.head + 34, cell.down + 46];
    const wide = columns(order.map((level) => levels.get(level).length), size.width - gutter, size.height, cell);
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
    const column = settle(single.map((level) => levels.get(level)), beside, cell.across, (wide * cell.across) / 2);
    const at = new Map();
    const bands = [];
    const width = wide * cell.across;
    let y = 0;
    for (const level of order) {
      const keys = levels.get(level);
      const rows = Math.ceil(keys.length / wide);
      const inRows = Math.ceil(keys.length / rows);
      const bottom = y + cell.head + rows * cell.down + 6;
      bands.push({ level, what: kinds(keys), top: y, bottom });
      if (column.has(keys[0])) keys.forEach((key) => at.set(key, { x: column.get(key), y: y + cell.head + 20 }));
      else keys.forEach((key, index) => {
        const row = index % rows;
        const inRow = Math.ceil((keys.length - row) / rows);
        const stretch = Math.min(cell.across * 1.5, width / inRows);
        at.set(key, { x: (Math.floor(index / rows) - (inRow - 1) / 2) * stretch, y: y + cell.head + 20 + row * cell.down });
      });
      y = bottom;
    }
    // Who is not named stands beside whoever is: an issuer before, an addressee behind.
    for (const node of stubs) {
      const vertex = vertices[node.members[0]];
      const owner = at.get(P.scene.id.vertex(vertex.beside));
      const side = vertex.key.startsWith("?>") ? -1 : 1;
      if (owner) at.set(node.key, { x: owner.x + 46 * side, y: owner.y + 10 * side });
      else at.set(node.key, { x: 0, y: y - 20 });
    }
    const reach = [...at.values()].reduce((most, { x }) => Math.max(most, Math.abs(x)), 0) + cell.across * 0.6;
    const legible = Math.min(1, (size.width - gutter) / (2 * reach), size.height / y);
    return { at, bands, gutter, legible, frame: { left: -reach, right: reach, top: 0, bottom: y } };
  }
  // How many nodes go into a row: as many as let the whole be drawn largest.
  function columns(counts, width, height, cell) {
    const most = Math.max(1, ...counts);
    let best = { wide: 1, scale: 0 };
    for (let wide = Math.min(most, 24); wide >= 1; wide -= 1) {
      const tall = counts.reduce((sum, count) => sum + Math.ceil(count / wide) * cell.down + cell.head + 6, 0);
      const scale = Math.min(1, width / (wide * cell.across), height / tall);
      if (scale > best.scale + 0.001) best = { wide, scale };
    }
    return best.wide;
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
