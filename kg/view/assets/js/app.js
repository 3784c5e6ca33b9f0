// Ties the parts together: one state in, every view drawn from it.
P.app = (() => {
  const { h, put, say } = P.dom;
  const { vertices, agents, groups, directives } = P.facts;
  const byId = (name) => document.getElementById(name);
  const drawn = ["network", "chain"];
  const narrow = matchMedia("screen and (max-width: 999px)");
  // The fewest nodes that a drawing is cut down to, and the share of its names' size at which it needs no cutting down.
  const [FEWEST, LEGIBLE] = [10, 0.8];
  let cursor = null;
  let lastSelection = "";
  let built = null;
  let matched = [];

  // "v:", "a:", "d:", "e:" and a key, as the fragment holds it.
  function selectionOf(text) {
    const key = text.slice(2);
    const found = (type, map) => (map.has(key) ? { type, index: map.get(key) } : { type: "none" });
    if (text.startsWith("v:")) return found("vertex", P.facts.vertexByKey);
    if (text.startsWith("a:")) return found("agent", P.facts.agentByKey);
    if (text.startsWith("d:")) return found("directive", P.facts.directiveByKey);
    if (text.startsWith("g:")) return found("group", P.facts.groupByKey);
    if (text.startsWith("e:")) return { type: "edge", key };
    return { type: "none" };
  }
  const select = (text, more = {}) => P.state.set({ sel: text, ...more });
  function open(group) {
    const key = groups[group].key;
    const state = P.state.get();
    P.state.set({ open: state.open.includes(key) ? state.open : [...state.open, key], sel: `g:${key}` });
  }

  function theme(state) {
    const dark = state.theme ? state.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    document.documentElement.dataset.theme = dark ? "dark" : "light";
  }
  function texts(state) {
    const { t } = P.words;
    document.documentElement.lang = P.words.lang();
    for (const element of document.querySelectorAll("[data-t]")) element.textContent = t(element.dataset.t);
    for (const element of document.querySelectorAll("[data-t-label]")) element.setAttribute("aria-label", t(element.dataset.tLabel));
    for (const button of document.querySelectorAll("[data-lang]")) button.setAttribute("aria-pressed", String(button.dataset.lang === P.words.lang()));
    const title = P.facts.title || t("title");
    byId("title").textContent = title;
    document.title = title;
    byId("summary").textContent = summary();
    byId("theme").setAttribute("aria-pressed", String(document.documentElement.dataset.theme === "dark"));
    return state;
  }
  function summary() {
    if (!directives.length) return P.words.t("empty");
    const issuers = new Set(directives.flatMap((d) => P.facts.senders(d)));
    const addressees = new Set(directives.flatMap((d) => d.addressees));
    const days = directives.map((d) => d.day).filter(Boolean).sort();
    const values = { directives: directives.length, issuers: issuers.size, addressees: addressees.size, articles: P.facts.articles.length };
    if (!days.length) return P.words.t("summary_no_span", values);
    return P.words.t("summary", { ...values, span: P.words.t("span", { from: P.words.date(days[0]), to: P.words.date(days[days.length - 1]) }) });
  }
  function activeFilters(state) {
    const { t } = P.words;
    const pills = [];
    const pill = (text, change) => pills.push(h("button", { type: "button", class: "pill", "aria-label": t("remove", { what: text }), title: t("remove", { what: text }), onclick: () => P.state.set(change) }, `${text} ×`));
    if (state.q) pill(`“${state.q}”`, { q: "" });
    for (const [name, label] of [["force", (value) => t(`f_${value}`)], ["polarity", t], ["factuality", t], ["region", (value) => (value === "-" ? t("unknown") : value)], ["outlet", (value) => (value === "-" ? t("unknown") : value)]]) {
      for (const value of state[name]) pill(label(value), { [name]: state[name].filter((item) => item !== value) });
    }
    if (state.from) pill(`${t("from")} ${P.words.date(state.from, "short")}`, { from: "" });
    if (state.to) pill(`${t("to")} ${P.words.date(state.to, "short")}`, { to: "" });
    if (state.unit) pill(state.unit, { unit: "" });
    if (state.confidence) pill(`≥ ${state.confidence}%`, { confidence: "" });
    put(byId("active"), h("span", { id: "shown" }, t("shown", { n: matched.length, all: directives.length }), h("span", { class: "wide" }, ` ${t("are_shown")}`)), pills,
      pills.length ? h("button", { type: "button", class: "linkish", onclick: P.state.clear }, t("reset")) : null);
  }
  function tools(state) {
    const { t } = P.words;
    const either = (key) => (P.words.has(`${key}_short`) ? [h("span", { class: "wide" }, t(key)), h("span", { class: "short" }, t(`${key}_short`))] : t(key));
    const button = (key, action, pressed) => h("button", { type: "button", id: `tool-${key}`, "aria-pressed": pressed === undefined ? null : String(pressed), onclick: action }, either(key));
    const focused = document.activeElement && document.activeElement.id;
    put(byId("viewtools"), drawn.includes(state.view) ? [
      state.all || built.whole > built.nodes.length ? button("show_all", () => P.state.set({ all: state.all ? "" : "1" }), Boolean(state.all)) : null,
      state.open.length ? button("fold_all", () => P.state.set({ open: [], sel: "" })) : null,
      button("show_orders", () => P.state.set({ orders: state.orders ? "" : "1" }), Boolean(state.orders)),
      P.facts.tenures.length ? button("show_holders", () => P.state.set({ holders: state.holders ? "" : "1" }), Boolean(state.holders)) : null,
    ] : state.view === "table" ? button("copy_csv", () => P.dom.copy(P.table.csv(matched, state.sort))) : null);
    if (focused && focused.startsWith("tool-")) byId(focused)?.focus();
  }
  function zoomTools() {
    const { t } = P.words;
    const button = (key, text, action) => h("button", { type: "button", class: "tool", "aria-label": t(key), title: t(key), onclick: action }, text);
    put(byId("zoom"), button("zoom_in", "+", () => P.network.zoom(1.35)), button("zoom_out", "−", () => P.network.zoom(1 / 1.35)), button("fit", "⤢", P.network.fit));
  }
  function tabs(state) {
    for (const tab of document.querySelectorAll("[role=tab]")) {
      const on = tab.dataset.view === state.view;
      tab.setAttribute("aria-selected", String(on));
      tab.tabIndex = on ? 0 : -1;
    }
    byId("view-drawing").hidden = !drawn.includes(state.view);
    byId("view-drawing").setAttribute("aria-labelledby", `tab-${drawn.includes(state.view) ? state.view : "network"}`);
    byId("view-timeline").hidden = state.view !== "timeline";
    byId("view-table").hidden = state.view !== "table";
    byId("nothing").hidden = matched.length > 0;
  }

  function render(given) {
    const state = ["network", "chain", "timeline", "table"].includes(given.view) ? given : { ...given, view: "network" };
    theme(state);
    texts(state);
    matched = P.filters.match(state);
    const selection = selectionOf(state.sel);
    document.body.dataset.view = state.view;
    if (selection.type === "none") delete document.body.dataset.chosen;
    else document.body.dataset.chosen = selection.type;
    tabs(state);
    const placed = compose(state, selection);
    P.legend.show(state);
    P.search.show(state);
    activeFilters(state);
    tools(state);
    P.panel.show(selection, matched, built);
    if (placed) drawing(state, selection, placed);
    if (state.view === "timeline") P.timeline.show(matched, selection);
    if (state.view === "table") P.table.show(matched, selection, state.sort);
    if (state.sel !== lastSelection) {
      lastSelection = state.sel;
      if (selection.type !== "none" && narrow.matches) beside(state);
    }
  }
  // On a narrow screen what is chosen stays in sight above the sheet that tells of it.
  function beside(state) {
    byId("filter-box").open = false;
    const chosen = drawn.includes(state.view) ? byId("stage") : document.querySelector(".chosen, [aria-selected=true][data-directive]");
    (chosen?.closest(".timeline svg") || chosen)?.scrollIntoView({ block: "start" });
  }
  // How many nodes may be drawn at once at most.
  function room(state) {
    const { width, height } = P.network.size();
    if (!width || state.all || (state.open.length && width >= 700)) return P.facts.limit;
    return Math.min(P.facts.limit, Math.max(FEWEST, Math.floor((width * height) / 6000) * (state.open.length ? 2 : 1)));
  }
  // What is drawn and where: the busiest, and of them as many as have room for their names, unless more is asked for.
  function compose(state, selection) {
    const size = P.network.size();
    const place = () => (state.view === "chain" ? { frames: [], ...P.chain.positions(built, size) } : { bands: [], gutter: 0, ...P.scene.positions(built, state, size) });
    let most = room(state);
    built = P.scene.build(matched, state, most, selection);
    if (!size.width || !drawn.includes(state.view)) return null;
    let placed = place();
    while (placed.legible < LEGIBLE && most > FEWEST && !state.all && !state.open.length) {
      most = Math.max(FEWEST, Math.floor(Math.min(most, built.nodes.length) * 0.84));
      built = P.scene.build(matched, state, most, selection);
      placed = place();
    }
    return placed;
  }
  function drawing(state, selection, placed) {
    const { t } = P.words;
    zoomTools();
    P.network.update({ built, ...placed, mode: state.view, selection, state });
    const key = selection.type === "vertex" ? P.scene.id.vertex(selection.index) : null;
    if (key) { cursor = key; P.network.reveal(key); }
    P.network.holder.setAttribute("aria-label", t("drawing_label", { view: t(state.view), nodes: built.nodes.length, edges: built.edges.length }));
    const folded = built.nodes.some((node) => node.group !== null);
    const part = built.whole > built.nodes.length ? (state.all || state.open.length ? "too_many" : "busiest") : folded ? "hint_fold" : "hint";
    byId("drawing-hint").textContent = t(part, { n: built.nodes.length, all: built.whole });
  }

  function keys(event) {
    const state = P.state.get();
    if (event.key === "Escape" && narrow.matches && byId("filter-box").open) { byId("filter-box").open = false; return; }
    if (event.key === "Escape" && state.sel) { select(""); return; }
    if (event.key === "/" && !/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) { event.preventDefault(); byId("q").focus(); }
  }
  function drawingKeys(event) {
    if (event.key.startsWith("Arrow")) {
      event.preventDefault();
      const next = P.network.step(cursor, event.key);
      if (!next) return;
      cursor = next;
      const index = Number(next.slice(1));
      say(nameOf(next));
      if (next[0] === "v") P.state.set({ sel: `v:${vertices[index].key}` }, { quiet: true });
      else P.state.set({ sel: `g:${groups[index].key}` }, { quiet: true });
      P.network.reveal(next);
    } else if (event.key === "Enter" && cursor) {
      event.preventDefault();
      P.network.choose(cursor);
      if (cursor[0] === "v") P.panel.holder.querySelector("button")?.focus();
    } else if (event.key === "+" || event.key === "=") P.network.zoom(1.35);
    else if (event.key === "-") P.network.zoom(1 / 1.35);
    else if (event.key === "0") P.network.fit();
  }
  function tabKeys(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const all = [...document.querySelectorAll("[role=tab]")];
    const next = all[(all.indexOf(event.target) + step + all.length) % all.length];
    event.preventDefault();
    P.state.set({ view: next.dataset.view });
    next.focus();
  }

  // Paper is light: the drawing is made so, copied for the printer, and put back as it was.
  function paper(begins) {
    document.getElementById("paper")?.remove();
    P.dom.printing(begins);
    const state = P.state.get();
    render(begins ? { ...state, theme: "light" } : state);
    const sheet = begins && !byId("view-drawing").hidden && P.network.copy();
    if (sheet) byId("view-drawing").append(Object.assign(sheet, { id: "paper" }));
  }

  function start() {
    for (const tab of document.querySelectorAll("[role=tab]")) {
      tab.addEventListener("click", () => P.state.set({ view: tab.dataset.view }));
      tab.addEventListener("keydown", tabKeys);
    }
    for (const button of document.querySelectorAll("[data-lang]")) button.addEventListener("click", () => P.state.set({ lang: button.dataset.lang }));
    byId("theme").addEventListener("click", () => P.state.set({ theme: document.documentElement.dataset.theme === "dark" ? "light" : "dark" }));
    byId("share").addEventListener("click", () => P.dom.copy(location.href));
    byId("print").addEventListener("click", () => print());
    byId("skip").addEventListener("click", () => byId("main").focus());
    P.network.holder.addEventListener("keydown", drawingKeys);
    document.addEventListener("keydown", keys);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => render(P.state.get()));
    addEventListener("resize", refresh);
    addEventListener("beforeprint", () => paper(true));
    addEventListener("afterprint", () => paper(false));
    byId("filter-box").open = !narrow.matches;
    narrow.addEventListener("change", () => { byId("filter-box").open = !narrow.matches; });
    P.state.listen(render);
    render(P.state.get());
    document.documentElement.dataset.ready = "yes";
    performance.mark("ready");
    // The faces are in the file, but a canvas measures text before they are parsed.
    document.fonts.load('15px "Perintah Sans"').then(() => render(P.state.get()));
  }
  const nameOf = (key) => (key[0] === "g" ? P.words.name(groups[Number(key.slice(1))]) : P.words.vertex(vertices[Number(key.slice(1))]));
  const refresh = () => render(P.state.get());
  return { start, select, open, refresh, nameOf, selectionOf, matched: () => matched, built: () => built };
})();
P.app.start();
