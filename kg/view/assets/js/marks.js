// How a force looks apart from its colour: a sign, a dash of its line; and the marks in a passage.
P.marks = (() => {
  const { h, s } = P.dom;
  const { looks } = P.facts;
  const sign = (force) => s("svg", { class: `sign f-${force} ${looks[force].open ? "open" : ""}`, viewBox: "0 0 16 16", "aria-hidden": "true" }, s("path", { d: looks[force].sign }));
  const line = (force) => s("svg", { class: `line f-${force}`, viewBox: "0 0 26 10", "aria-hidden": "true" },
    s("path", { d: "M0 5H26", "stroke-width": looks[force].width, "stroke-dasharray": looks[force].dash.join(" ") || null }));

  // A passage cut at every edge of a mark; where marks overlap, the one that starts last and is shortest shows.
  function passage(text, flat, roles) {
    const characters = Array.from(text);
    const marks = [];
    for (let at = 0; at < flat.length; at += 3) marks.push({ start: flat[at], end: flat[at + 1], role: roles[flat[at + 2]] });
    const rank = { trigger: 0, issuer: 1, addressee: 1, condition: 2, content: 3 };
    const edges = [...new Set([0, characters.length, ...marks.flatMap((mark) => [mark.start, mark.end])])].sort((a, b) => a - b);
    const pieces = [];
    for (let index = 0; index + 1 < edges.length; index += 1) {
      const [start, end] = [edges[index], edges[index + 1]];
      const over = marks.filter((mark) => mark.start <= start && mark.end >= end).sort((a, b) => rank[a.role] - rank[b.role]);
      const piece = characters.slice(start, end).join("");
      const role = over.length ? over[0].role : null;
      const last = pieces[pieces.length - 1];
      if (last && last.role === role) last.text += piece;
      else pieces.push({ role, text: piece });
    }
    const used = [...new Set(marks.map((mark) => mark.role))];
    return [
      h("p", { class: "passage", lang: "id", dir: "auto" }, pieces.map(({ role, text: part }) => (role ? h("mark", { class: `m-${role}`, title: P.words.t(`r_${role}`) }, part) : part))),
      used.length ? h("p", { class: "keys" }, P.facts.roles.filter((role) => used.includes(role)).map((role) => h("span", { class: `key m-${role}` }, P.words.t(`r_${role}`)))) : null,
    ];
  }
  return { sign, line, passage };
})();
