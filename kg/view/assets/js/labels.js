// The words on the drawing, set by hand at every redraw: always legible, the most active first, none over another.
P.labels = (() => {
  const FACE = '"Perintah Sans", "Segoe UI", Arial, sans-serif';
  const widths = new Map();

  function width(context, text, weight) {
    const key = `${weight} ${text}`;
    if (!widths.has(key)) {
      context.font = `${weight} 100px ${FACE}`;
      widths.set(key, context.measureText(text).width / 100);
    }
    return widths.get(key);
  }
  const overlaps = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

  // Where a label may stand around a node, the best first.
  function places(node, wide, high, gap) {
    const below = { left: node.x - wide / 2, top: node.y + node.radius + gap };
    const above = { left: node.x - wide / 2, top: node.y - node.radius - gap - high };
    const right = { left: node.x + node.radius + gap, top: node.y - high / 2 };
    const left = { left: node.x - node.radius - gap - wide, top: node.y - high / 2 };
    const aslant = [below, above].flatMap(({ top }) => [right, left].map((side) => ({ left: side.left + (side === right ? -1 : 1) * node.radius * 0.7, top: top + (top > node.y ? -1 : 1) * node.radius * 0.4 })));
    return [...(node.above ? [above, right, left, below] : [below, above, right, left]), ...aslant];
  }

  function write(context, rows, box, size, weight, colour, ground) {
    context.font = `${weight} ${size}px ${FACE}`;
    context.textAlign = "center";
    context.textBaseline = "alphabetic";
    context.lineJoin = "round";
    context.lineWidth = size * 0.32;
    context.strokeStyle = ground;
    context.fillStyle = colour;
    const x = (box.left + box.right) / 2;
    rows.forEach((row, index) => {
      const y = box.top + size * (0.86 + 1.12 * index);
      context.strokeText(row, x, y);
      context.fillText(row, x, y);
    });
  }

  // Draws the labels of `nodes`, then those of `edges` where there is room, and nothing over what is `kept` free; gives the
  // boxes of the nodes' labels, by key.
  function draw(context, nodes, edges, look, scale, view, kept) {
    const inside = (box) => box.left >= view.left && box.right <= view.right && box.top >= view.top && box.bottom <= view.bottom;
    const unit = 1 / Math.min(scale, 1);
    const taken = [...kept, ...nodes.map((node) => ({ key: node.key, left: node.x - node.radius, right: node.x + node.radius, top: node.y - node.radius, bottom: node.y + node.radius }))];
    const boxes = new Map();
    for (const node of [...nodes].sort((a, b) => b.weight - a.weight || (a.key < b.key ? -1 : 1))) {
      if (!node.rows.length) continue;
      const size = node.size * unit;
      const wide = Math.max(...node.rows.map((row) => width(context, row, node.bold))) * size;
      const high = node.rows.length * size * 1.12;
      const options = places(node, wide, high, 4 * unit).map((place) => ({ ...place, right: place.left + wide, bottom: place.top + high }));
      const free = options.find((box) => inside(box) && taken.every((other) => other.key === node.key || !overlaps(box, other)));
      const box = free || (node.must ? options.find(inside) || options[0] : null);
      if (!box) continue;
      taken.push(box);
      boxes.set(node.key, box);
      write(context, node.rows, box, size, node.bold, node.faded ? look.soft : look.ink, look.paper);
    }
    for (const edge of edges) {
      const size = 11.5 * unit;
      const wide = width(context, edge.text, 500) * size;
      if (edge.length < wide + 30 * unit) continue;
      const box = edge.points.map(({ x, y }) => ({ left: x - wide / 2, right: x + wide / 2, top: y - size * 0.6, bottom: y + size * 0.6 }))
        .find((place) => taken.every((other) => !overlaps(place, other)));
      if (!box) continue;
      taken.push(box);
      write(context, [edge.text], box, size, 500, edge.colour, look.paper);
    }
    return boxes;
  }
  return { draw };
})();
