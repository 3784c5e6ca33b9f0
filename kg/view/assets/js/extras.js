// On demand and while there is room: each order as a node of its own, and who holds a post.
P.extras = (() => {
  const { vertices, agents } = P.facts;
  const { id } = P.scene;

  function orders(built, at, look, dim, room, more) {
    let left = room;
    for (const edge of built.edges) {
      if (edge.directives.size > left) continue;
      left -= edge.directives.size;
      more.replaced.add(edge.key);
      const [a, b] = [at.get(edge.from), at.get(edge.to)];
      const [dx, dy] = [b.x - a.x, b.y - a.y];
      const length = Math.hypot(dx, dy) || 1;
      const turn = P.facts.forces.indexOf(edge.force) * 16 - 40;
      const faded = Boolean(dim && !dim.lines.has(edge.key));
      [...edge.directives].forEach((index, place) => {
        const share = (place + 1) / (edge.directives.size + 1);
        const force = P.facts.directives[index].forceName;
        const colour = look.get(force);
        const key = `${id.directive(index)}:${edge.key}`;
        const point = { x: Math.round(a.x + dx * share - (dy / length) * turn), y: Math.round(a.y + dy * share + (dx / length) * turn + (length === 1 ? 60 : 0)) };
        more.nodes.push({ id: key, shape: "diamond", size: 9, opacity: faded ? 0.2 : 1, borderWidth: 1.5, ...point, color: P.look.paint(colour, look.paper, look.accent, colour), label: undefined });
        more.labels.push({ key, ...point, radius: 9, rows: [P.words.t(`f_${force}`)], size: 11.5, bold: 400, weight: -1, faded, must: false });
        more.edges.push(P.look.thin(edge.from, key, colour, P.look.dashes({ force }), false), P.look.thin(key, edge.to, colour, P.look.dashes({ force }), true));
      });
    }
    return left;
  }
  function holders(built, at, look, dim, room, more) {
    let left = room;
    for (const node of built.nodes) {
      if (node.group !== null || vertices[node.members[0]].agent < 0) continue;
      const here = at.get(node.key);
      const faded = Boolean(dim && !dim.keys.has(node.key));
      const persons = [...new Set(P.facts.holdersOf(vertices[node.members[0]].agent).filter((tenure) => !tenure.former).map((tenure) => tenure.person))];
      persons.slice(0, Math.min(4, left)).forEach((person, place) => {
        left -= 1;
        const key = `${id.person(person)}:${node.key}`;
        const point = { x: Math.round(here.x + 58 + place * 34), y: Math.round(here.y - 46 - place * 30) };
        more.nodes.push({ id: key, shape: "triangle", size: 8, ...point, opacity: faded ? 0.2 : 1, borderWidth: 1.5, color: P.look.paint(look.sheet, look.soft, look.accent, look.wash), label: undefined });
        more.labels.push({ key, ...point, radius: 9, rows: P.look.wrap(P.words.name(agents[person])), size: 12, bold: 400, weight: 1e5, faded: true, must: false, above: true });
        more.edges.push(P.look.thin(key, node.key, look.soft, [1, 4], false));
      });
    }
  }
  function build(built, at, state, look, dim) {
    const more = { nodes: [], edges: [], labels: [], replaced: new Set() };
    const room = P.facts.limit - built.nodes.length;
    const left = state.orders ? orders(built, at, look, dim, room, more) : room;
    if (state.holders) holders(built, at, look, dim, left, more);
    return more;
  }
  return { build };
})();
