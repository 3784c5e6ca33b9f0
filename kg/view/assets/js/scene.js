// What the drawing shows: which vertices, which folded groups, the lines between them, and where they stand.
P.scene = (() => {
  const { vertices, groups } = P.facts;
  const id = { vertex: (index) => `v${index}`, group: (index) => `g${index}`, directive: (index) => `d${index}`, person: (index) => `p${index}` };
  const children = new Map();
  const within = (group) => { if (!children.has(group)) children.set(group, { vertices: [], groups: [] }); return children.get(group); };
  for (const vertex of vertices) within(vertex.group).vertices.push(vertex.index);
  for (const group of groups) within(group.parent).groups.push(group.index);

  function chainOf(vertex) {
    const chain = [];
    for (let at = vertices[vertex].group; at >= 0; at = groups[at].parent) chain.unshift(at);
    return chain;
  }
  const chains = vertices.map((vertex) => chainOf(vertex.index));
  // What stands for a vertex: its outermost group that is not open, or itself.
  function standIn(vertex, open) {
    for (const group of chains[vertex]) if (!open.has(group)) return id.group(group);
    return id.vertex(vertex);
  }

  // Opens groups by itself where a filter leaves few enough vertices to draw them all.
  function openGroups(state, live) {
    if (live.size <= 150) return new Set(groups.map((group) => group.index));
    const open = new Set();
    for (const key of state.open) if (P.facts.groupByKey.has(key)) open.add(P.facts.groupByKey.get(key));
    return open;
  }

  // Whether a line belongs to what is chosen.
  function touches(edge, selection) {
    if (selection.type === "directive") return edge.directives.has(selection.index);
    if (selection.type === "edge") return edge.key === selection.key;
    if (selection.type !== "vertex" && selection.type !== "group") return false;
    const key = id[selection.type](selection.index);
    return edge.from === key || edge.to === key;
  }
  // At most `room` nodes: those of the busiest lines first; in the chain of command, of lines between units before others.
  function busiest(nodes, edges, room, first) {
    const busy = new Map(nodes.map((node) => [node.key, node.members.reduce((sum, v) => sum + vertices[v].sent.length + vertices[v].received.length, 0)]));
    const ends = (edge) => busy.get(edge.from) + busy.get(edge.to);
    const ranked = [...edges].sort((a, b) => first(b) - first(a) || b.directives.size - a.directives.size || ends(b) - ends(a) || (a.key < b.key ? -1 : 1));
    const kept = new Set();
    for (const { from, to } of ranked) if (kept.size + Number(!kept.has(from)) + Number(to !== from && !kept.has(to)) <= room) kept.add(from).add(to);
    for (const { key } of [...nodes].sort((a, b) => busy.get(b.key) - busy.get(a.key) || (a.key < b.key ? -1 : 1))) if (kept.size < room) kept.add(key);
    return kept;
  }
  const commands = (edge) => [edge.from, edge.to].every((key) => key[0] === "g" || (vertices[Number(key.slice(1))].kind !== "unnamed" && vertices[Number(key.slice(1))].level >= 0 && vertices[Number(key.slice(1))].level < 8));

  function build(matched, state, room, selection) {
    const live = new Set();
    for (const directive of matched) { directive.from.forEach((v) => live.add(v)); directive.to.forEach((v) => live.add(v)); }
    const open = openGroups(state, live);
    const shown = new Map();
    for (const vertex of [...live].sort((a, b) => a - b)) {
      const key = standIn(vertex, open);
      if (!shown.has(key)) shown.set(key, []);
      shown.get(key).push(vertex);
    }
    let nodes = [...shown].map(([key, members]) => ({ key, members, group: key[0] === "g" ? Number(key.slice(1)) : null }));
    const edges = new Map();
    for (const directive of matched) {
      for (const source of directive.from) {
        for (const target of directive.to) {
          const [from, to] = [standIn(source, open), standIn(target, open)];
          if (from === to && from[0] === "g") continue;
          const key = `${from}>${to}>${directive.forceName}`;
          if (!edges.has(key)) edges.set(key, { key, from, to, force: directive.forceName, directives: new Set() });
          edges.get(key).directives.add(directive.index);
        }
      }
    }
    const whole = nodes.length;
    let lines = [...edges.values()];
    if (whole > room) {
      const order = state.view === "chain" ? (edge) => Number(commands(edge)) : (edge) => Number(!/^v/.test(edge.from) || vertices[Number(edge.from.slice(1))].kind !== "unnamed");
      let kept = busiest(nodes, lines, room, order);
      // What is chosen is drawn in any case; where it is drawn already, nothing moves.
      const chosen = lines.filter((edge) => touches(edge, selection));
      if (chosen.length && !chosen.some((edge) => kept.has(edge.from) && kept.has(edge.to))) kept = busiest(nodes, lines, room, (edge) => 2 * Number(touches(edge, selection)) + order(edge));
      nodes = nodes.filter((node) => kept.has(node.key));
      lines = lines.filter((edge) => kept.has(edge.from) && kept.has(edge.to));
    }
    return { nodes, edges: merge(lines), open, whole, live };
  }

  // Between folded groups many forces meet: more than two become one line with their number.
  function merge(list) {
    const pairs = new Map();
    for (const edge of list) {
      const pair = `${edge.from}>${edge.to}`;
      if (!pairs.has(pair)) pairs.set(pair, []);
      pairs.get(pair).push(edge);
    }
    return [...pairs].flatMap(([pair, lines]) => {
      if (lines.length < 3 || !/g/.test(pair)) return lines;
      return [{ key: `${pair}>mixed`, from: lines[0].from, to: lines[0].to, force: "mixed", directives: new Set(lines.flatMap((line) => [...line.directives])) }];
    });
  }

  // Absolute places: an open group takes room, so that what stands beside it moves aside.
  function positions(built, state, size) {
    const drawn = new Map(built.nodes.map((node) => [node.key, node]));
    const visible = new Set();
    for (const node of built.nodes) for (const group of chains[node.members[0]]) visible.add(group);
    const at = new Map();
    function spread(group, x, y) {
      const inner = children.get(group) || { vertices: [], groups: [] };
      const items = [];
      for (const index of inner.vertices) if (drawn.has(id.vertex(index))) items.push({ key: id.vertex(index), x: vertices[index].x, y: vertices[index].y });
      for (const index of inner.groups) {
        if (drawn.has(id.group(index))) items.push({ key: id.group(index), x: groups[index].x, y: groups[index].y });
        else if (built.open.has(index) && visible.has(index)) items.push({ open: index, x: groups[index].x, y: groups[index].y, ...extent(index) });
      }
      const placed = items.map((item) => ({ ...item, px: item.x, py: item.y }));
      for (const wide of items.filter((item) => item.open !== undefined)) {
        for (const item of placed) {
          if (item.open === wide.open) continue;
          item.px += Math.max(-1, Math.min(1, (item.x - wide.x) / 110)) * wide.halfWidth;
          item.py += Math.max(-1, Math.min(1, (item.y - wide.y) / 110)) * wide.halfHeight;
        }
      }
      for (const item of placed) {
        if (item.open !== undefined) spread(item.open, x + item.px, y + item.py);
        else at.set(item.key, { x: x + item.px, y: y + item.py });
      }
    }
    function extent(group) {
      const inner = children.get(group) || { vertices: [], groups: [] };
      let [halfWidth, halfHeight] = [80, 60];
      for (const index of inner.vertices) {
        if (!drawn.has(id.vertex(index))) continue;
        halfWidth = Math.max(halfWidth, Math.abs(vertices[index].x) + 90);
        halfHeight = Math.max(halfHeight, Math.abs(vertices[index].y) + 70);
      }
      for (const index of inner.groups) {
        const more = built.open.has(index) ? extent(index) : { halfWidth: 0, halfHeight: 0 };
        halfWidth = Math.max(halfWidth, Math.abs(groups[index].x) + 90 + more.halfWidth);
        halfHeight = Math.max(halfHeight, Math.abs(groups[index].y) + 70 + more.halfHeight);
      }
      return { halfWidth, halfHeight };
    }
    spread(-1, 0, 0);
    // All there is stands as it was set; so does what is unfolded, among the rest. Anything less is set anew.
    const complete = built.nodes.length === built.whole && built.live.size === vertices.length;
    if (state.open.length || (complete && size.width >= size.height * 0.8)) return { at, frame: null, frames: frames(built, at), legible: 1 };
    return { ...P.place.pack(built, at, size), frames: [] };
  }

  // A frame around what each open group holds, for the drawing's background.
  function frames(built, at) {
    const found = new Map();
    for (const node of built.nodes) {
      const point = at.get(node.key);
      for (const group of chains[node.members[0]]) {
        if (!built.open.has(group) || node.group === group) continue;
        const frame = found.get(group) || { group, left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
        found.set(group, {
          group, left: Math.min(frame.left, point.x - 80), right: Math.max(frame.right, point.x + 80),
          top: Math.min(frame.top, point.y - 52), bottom: Math.max(frame.bottom, point.y + 64), size: (frame.size || 0) + 1,
        });
      }
    }
    return [...found.values()].filter((frame) => frame.size > 2);
  }
  return { build, positions, touches, id, chains };
})();
