// The legend is the filter: every kind of order with its sign, line and count, and the other facets below it.
P.legend = (() => {
  const { h, put } = P.dom;
  const holder = document.getElementById("legend");
  const binding = ["order", "require", "forbid"];
  const unfolded = new Set();
  let drawn = null;

  function choice(facet, value, label, count, state, looks) {
    const on = state[facet].includes(value);
    const off = state[facet].length > 0 && !on;
    return h("button", { type: "button", class: `choice ${off ? "off" : ""} ${count ? "" : "none"}`, "aria-pressed": String(on), "data-facet": facet, "data-value": value, onclick: () => P.state.toggle(facet, value) },
      looks, h("span", { class: "name" }, label), h("span", { class: "count" }, P.words.number(count)));
  }
  function group(title, ...children) { return h("fieldset", { class: "facet" }, h("legend", {}, title), children); }

  function forces(state) {
    const counts = P.filters.counts(state, "force");
    const known = P.filters.all("force");
    const row = (force) => choice("force", force, P.words.t(`f_${force}`), counts.get(force) || 0, state, [P.marks.line(force), P.marks.sign(force)]);
    const one = P.facts.forces.filter((force) => known.includes(force) && binding.includes(force));
    const other = P.facts.forces.filter((force) => known.includes(force) && !binding.includes(force));
    return group(P.words.t("force"),
      one.length ? [h("p", { class: "sub" }, P.words.t("binding")), one.map(row)] : null,
      other.length ? [h("p", { class: "sub" }, P.words.t("nonbinding")), other.map(row)] : null);
  }
  function simple(state, facet, always) {
    const values = P.filters.all(facet);
    if (values.length < 2 && !always) return null;
    const counts = P.filters.counts(state, facet);
    const order = { polarity: ["do", "dont"], factuality: ["asserted", "denied", "hypothetical"] }[facet];
    return group(P.words.t(facet), order.filter((value) => values.includes(value)).map((value) => choice(facet, value, P.words.t(value), counts.get(value) || 0, state)));
  }
  function many(state, facet) {
    const values = P.filters.all(facet);
    if (values.length < 2) return null;
    const counts = P.filters.counts(state, facet);
    const ranked = values.sort((a, b) => (counts.get(b) || 0) - (counts.get(a) || 0) || (a < b ? -1 : 1));
    const open = unfolded.has(facet);
    const shown = open ? ranked : ranked.filter((value, index) => index < 6 || state[facet].includes(value));
    return group(P.words.t(facet),
      shown.map((value) => choice(facet, value, value === "-" ? P.words.t("unknown") : value, counts.get(value) || 0, state)),
      ranked.length > 6 ? h("button", { type: "button", class: "linkish", "aria-expanded": String(open), onclick: () => { if (open) unfolded.delete(facet); else unfolded.add(facet); P.app.refresh(); } }, open ? P.words.t("less") : P.words.t("more", { n: ranked.length })) : null);
  }
  function dates(state) {
    const set = (name) => (event) => P.state.set({ [name]: event.target.value });
    const days = P.facts.directives.map((d) => d.day).filter(Boolean);
    if (!days.length) return null;
    const [low, high] = [days.reduce((a, b) => (a < b ? a : b)), days.reduce((a, b) => (a > b ? a : b))];
    const field = (name) => {
      const input = h("input", { type: "date", id: `date-${name}`, min: low, max: high, onchange: set(name) });
      input.value = state[name];
      return h("div", {}, h("label", { for: `date-${name}` }, P.words.t(name)), input);
    };
    return group(P.words.t("date"), h("div", { class: "pair" }, field("from"), field("to")));
  }
  function unit(state) {
    const { units } = P.facts;
    if (units.length < 2) return null;
    const counts = P.filters.unitCounts(state);
    const below = new Map();
    units.forEach((record) => { const at = record.parent; if (!below.has(at)) below.set(at, []); below.get(at).push(record); });
    const options = [];
    const names = new Set();
    const walk = (parent, depth) => (below.get(parent) || []).sort((a, b) => (P.words.name(a) < P.words.name(b) ? -1 : 1)).forEach((record) => {
      if (!names.has(record.label)) {
        names.add(record.label);
        options.push(h("option", { value: record.label }, `${"\u2003".repeat(Math.min(depth, 4))}${P.words.name(record)} (${P.words.number(counts.get(record.index) || 0)})`));
      }
      walk(record.index, depth + 1);
    });
    walk(-1, 0);
    const select = h("select", { id: "unit", "aria-label": P.words.t("unit"), onchange: (event) => P.state.set({ unit: event.target.value }) }, h("option", { value: "" }, P.words.t("any")), options);
    select.value = state.unit;
    return group(P.words.t("unit"), select);
  }
  function confidence(state) {
    if (!P.facts.directives.some((d) => d.confidence !== null && d.confidence < 0.995)) return null;
    const low = Number(state.confidence) || 0;
    const output = h("output", {}, `${low}%`);
    const input = h("input", {
      type: "range", id: "confidence", min: 0, max: 100, step: 5, "aria-label": P.words.t("confidence"),
      oninput: (event) => { output.textContent = `${event.target.value}%`; P.state.set({ confidence: event.target.value === "0" ? "" : event.target.value }, { quiet: true }); },
    });
    input.value = low;
    return group(`${P.words.t("confidence")} `, input, output);
  }
  function show(state) {
    const focused = document.activeElement && holder.contains(document.activeElement) ? document.activeElement : null;
    if (focused && focused.id === "confidence") return;
    const key = P.words.lang() + P.filters.key(state) + [...unfolded].join();
    if (key === drawn) return;
    drawn = key;
    const mark = focused && (focused.id ? `#${CSS.escape(focused.id)}` : focused.dataset.facet ? `[data-facet="${CSS.escape(focused.dataset.facet)}"][data-value="${CSS.escape(focused.dataset.value)}"]` : null);
    put(holder, forces(state), simple(state, "polarity", false), simple(state, "factuality", false), dates(state), unit(state), many(state, "region"), many(state, "outlet"), confidence(state));
    if (mark) holder.querySelector(mark)?.focus();
  }
  return { show };
})();
