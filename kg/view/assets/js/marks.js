// How a force looks apart from its colour: a sign, a dash of its line; and the marks in a passage.
P.marks = (() => {
  const { h, s } = P.dom;
  const { looks } = P.facts;
  const sign = (force) => s("svg", { class: `sign f-${force} ${looks[force].open ? "open" : ""}`, viewBox: "0 0 16 16", "aria-hidden": "true" }, s("path", { d: looks[force].sign }));
  const line = (force) => s("svg", { class: `line f-${force}`, viewBox: "0 0 26 10", "aria-hidden": "true" },
    s("path", { d: "M0 5H26", "stroke-width": looks[force].width, "stroke-dasharray": looks[force].dash.join(" ") || null }));

  // A passage with its marks: a mark within another stays within it, marks that cross are cut at each other's edge.
  function passage(text, flat, roles) {
    const characters = Array.from(text);
    const marks = [];
    for (let at = 0; at < flat.length; at += 3) marks.push({ start: flat[at], end: flat[at + 1], role: roles[flat[at + 2]] });
    marks.sort((a, b) => (b.end - b.start) - (a.end - a.start) || a.start - b.start || roles.indexOf(b.role) - roles.indexOf(a.role));
    const edges = [...new Set([0, characters.length, ...marks.flatMap((mark) => [mark.start, mark.end])])].sort((a, b) => a - b);
    const whole = h("p", { class: "passage", lang: "id", dir: "auto" });
    let open = [];
    for (let index = 0; index + 1 < edges.length; index += 1) {
      const [start, end] = [edges[index], edges[index + 1]];
      const over = marks.filter((mark) => mark.start <= start && mark.end >= end);
      let same = 0;
      while (same < open.length && open[same].mark === over[same]) same += 1;
      open = open.slice(0, same);
      for (const mark of over.slice(same)) {
        const element = h("mark", { class: `m-${mark.role}`, title: P.words.t(`r_${mark.role}`) });
        (open.length ? open[open.length - 1].element : whole).append(element);
        open.push({ mark, element });
      }
      (open.length ? open[open.length - 1].element : whole).append(characters.slice(start, end).join(""));
    }
    const used = new Set(marks.map((mark) => mark.role));
    return [whole, used.size ? h("p", { class: "keys" }, roles.filter((role) => used.has(role)).map((role) => h("span", { class: `key m-${role}` }, P.words.t(`r_${role}`)))) : null];
  }
  return { sign, line, passage };
})();
