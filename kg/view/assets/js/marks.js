// How a force looks apart from its colour: a sign, a dash of its line; and the marks in a passage.
P.marks = (() => {
  const { h, s } = P.dom;
  // Paths in a box of 16 by 16; "open" ones are outlines.
  const signs = {
    order: ["M8 2.2 14.2 13.4H1.8Z"], require: ["M2.6 2.6H13.4V13.4H2.6Z"], forbid: ["M3 3 13 13M13 3 3 13", "open"],
    request: ["M8 2A6 6 0 1 1 8 14 6 6 0 1 1 8 2Z"], urge: ["M8 1.4 14.6 8 8 14.6 1.4 8Z"], remind: ["M8 2.4A5.6 5.6 0 1 1 8 13.6 5.6 5.6 0 1 1 8 2.4Z", "open"],
    emphasise: ["M8 1.6 9.9 6.1 14.7 6.5 11 9.6 12.2 14.3 8 11.8 3.8 14.3 5 9.6 1.3 6.5 6.1 6.1Z"], advise: ["M8 2V14M2 8H14", "open"], permit: ["M2.6 2.6H13.4V13.4H2.6Z", "open"],
  };
  const dashes = {
    order: [], require: [], forbid: [3, 4], request: [9, 4], urge: [14, 5], remind: [9, 3, 2, 3], emphasise: [], advise: [1.5, 4], permit: [14, 3, 2, 3, 2, 3],
  };
  const widths = { order: 2.6, require: 1.8, forbid: 2.6, request: 1.8, urge: 1.8, remind: 1.8, emphasise: 3.4, advise: 2, permit: 1.8 };
  const sign = (force) => s("svg", { class: `sign f-${force} ${signs[force][1] || ""}`, viewBox: "0 0 16 16", "aria-hidden": "true" }, s("path", { d: signs[force][0] }));
  const line = (force) => s("svg", { class: `line f-${force}`, viewBox: "0 0 26 10", "aria-hidden": "true" },
    s("path", { d: "M0 5H26", "stroke-width": widths[force], "stroke-dasharray": dashes[force].join(" ") || null }));

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
  return { sign, line, signs, dashes, widths, passage };
})();
