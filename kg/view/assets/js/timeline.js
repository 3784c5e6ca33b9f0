// Orders by day and issuer: bars for how many there were, a row for each issuer, a sign for each order.
P.timeline = (() => {
  const { h, s, put } = P.dom;
  const { vertices } = P.facts;
  const holder = document.getElementById("view-timeline");
  const DAY = 86400000;
  let rows = 25;
  let lastKey = "";

  const time = (iso) => Date.parse(`${iso}T00:00:00Z`);
  const iso = (at) => new Date(at).toISOString().slice(0, 10);

  // Steps of the axis: days, months or years, so that there are no more than `most`.
  function ticks(first, last, most) {
    const days = (last - first) / DAY;
    const found = [];
    if (days <= 45) {
      const step = Math.max(1, Math.ceil(days / Math.min(8, most)));
      for (let at = first; at <= last; at += step * DAY) found.push({ at, text: label(at, { day: "numeric", month: "short" }) });
      return found;
    }
    const months = days / 30.4;
    const step = [1, 2, 3, 6, 12, 24, 60, 120].find((size) => months / size <= most) || 240;
    const start = new Date(first);
    for (let year = start.getUTCFullYear(), month = Math.floor(start.getUTCMonth() / Math.min(step, 12)) * Math.min(step, 12); ; month += step) {
      const at = Date.UTC(year, month, 1);
      if (at > last) break;
      if (at >= first) found.push({ at, text: label(at, step >= 12 ? { year: "numeric" } : { month: "short", year: "numeric" }) });
    }
    return found;
  }
  const label = (at, style) => new Intl.DateTimeFormat(P.words.lang() === "id" ? "id-ID" : "en-GB", { ...style, timeZone: "UTC" }).format(new Date(at));

  function show(matched, selection) {
    const dated = matched.filter((directive) => Number.isFinite(time(directive.day)));
    const { t, date } = P.words;
    if (!dated.length) { put(holder, h("p", { class: "foot" }, t("no_date", { n: matched.length }))); return; }
    const key = `${matched.length} ${dated[0].key}`;
    if (key !== lastKey) { lastKey = key; rows = 25; }
    const times = dated.map((directive) => time(directive.day));
    let first = times.reduce((a, b) => Math.min(a, b));
    let last = times.reduce((a, b) => Math.max(a, b));
    const pad = Math.max(DAY, (last - first) * 0.02);
    first -= Math.ceil(pad / DAY) * DAY;
    last += Math.ceil(pad / DAY) * DAY + DAY;
    const issuers = new Map();
    for (const directive of dated) {
      const who = directive.from.length ? directive.from[0] : -1;
      if (!issuers.has(who)) issuers.set(who, []);
      issuers.get(who).push(directive);
    }
    const ranked = [...issuers].sort((a, b) => b[1].length - a[1].length || a[0] - b[0]);
    const width = Math.max(280, holder.clientWidth - 32);
    // Where there is no room beside a row, its name stands above it.
    const above = width < 520 ? 20 : 0;
    const left = above ? 8 : Math.min(230, width * 0.32);
    const right = width - 14;
    const x = (at) => left + ((at - first) / (last - first)) * (right - left);
    const marks = ticks(first, last, above ? 4 : 11).map((mark) => ({ ...mark, x: x(mark.at) }));
    const scale = { first, last, left, right, width, above, x };
    const shown = ranked.slice(0, P.dom.printing() ? ranked.length : rows);
    const undated = matched.length - dated.length;
    put(holder, h("div", { class: "timeline", role: "group", "aria-label": t("timeline") }, axis(dated, scale, marks), shown.map(([who, list]) => row(who, list, scale, marks, selection)),
      undated ? h("p", { class: "foot" }, t("no_date", { n: undated })) : null,
      ranked.length > shown.length ? h("p", { class: "foot" }, h("button", { type: "button", class: "tool", onclick: () => { rows += 50; P.app.refresh(); } }, t("show_more", { n: Math.min(50, ranked.length - rows) }))) : null));
  }
  const sheet = (scale, height, ...children) => s("svg", { viewBox: `0 0 ${scale.width} ${height}`, width: scale.width, height }, children);
  const lines = (marks, from, to) => marks.map((mark) => s("line", { class: "grid", x1: mark.x, x2: mark.x, y1: from, y2: to }));

  // The number of orders over time above the names of days or months; stays in sight while the rows go by.
  function axis(dated, scale, marks) {
    const { above, right } = scale;
    const top = 84;
    const names = marks.map((mark, place) => {
      if (mark.x > right - 60 && place && marks[place - 1].x > right - 130) return null;
      return s("text", mark.x > right - 60 ? { class: "axis", x: right, y: top + 16, "text-anchor": "end" } : { class: "axis", x: mark.x + 4, y: top + 16 }, mark.text);
    });
    return h("div", { class: "top" }, sheet(scale, top + 24, lines(marks, above ? top : 14, top + 24), names, s("text", { class: "axis", x: 0, y: above ? 12 : 24 }, P.words.t("per_period")), histogram(dated, scale, top)));
  }
  // An issuer and a sign for each order on its day, up to four on one another.
  function row(who, list, scale, marks, selection) {
    const { first, last, left, right, width, above, x } = scale;
    const cell = Math.max(DAY, ((last - first) / (right - left)) * 15);
    const spots = new Map();
    for (const directive of list) {
      const spot = Math.round((time(directive.day) - first) / cell);
      if (!spots.has(spot)) spots.set(spot, { at: x(time(directive.day) + DAY / 2), list: [] });
      spots.get(spot).list.push(directive);
    }
    const most = Math.max(...[...spots.values()].map((spot) => Math.min(spot.list.length, 4)));
    const height = Math.max(36, most * 17 + 12) + above;
    const name = who >= 0 ? P.words.vertex(vertices[who]) : P.words.t("someone");
    const parts = above ? [P.look.wrap(name, Math.floor(width / 7.4), 1)[0]] : P.look.wrap(name, 32, 2);
    const middle = above ? 17 : height / 2 + 4 - (parts.length - 1) * 7.5;
    const text = s("text", { class: "row-label" }, parts.map((part, index) => s("tspan", { x: 0, y: middle + index * 15 }, part)), s("title", {}, `${name}: ${P.words.t("orders", { n: list.length })}`));
    if (who >= 0) press(text, () => P.app.select(`v:${vertices[who].key}`));
    const signs = [...spots.values()].flatMap((spot) => [
      ...spot.list.slice(0, 4).map((directive, place) => sign(directive, spot.at - 7, 8 + above + place * 17, selection)),
      spot.list.length > 4 ? more(spot, height - 8, who) : null,
    ]);
    return sheet(scale, height, lines(marks, 0, height), s("line", { class: "grid", x1: 0, x2: right, y1: height - 0.5, y2: height - 0.5 }), text, signs);
  }
  function press(element, action) {
    element.setAttribute("tabindex", "0");
    element.setAttribute("role", "button");
    element.addEventListener("click", action);
    element.addEventListener("keydown", (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); action(); } });
    return element;
  }
  function sign(directive, left, top, selection) {
    const look = P.facts.looks[directive.forceName];
    const chosen = selection.type === "directive" && selection.index === directive.index;
    return press(s("g", { class: `event f-${directive.forceName} ${look.open ? "open" : ""} ${chosen ? "chosen" : ""}`, transform: `translate(${left.toFixed(1)} ${top})`, "data-directive": directive.index },
      s("rect", { class: "halo", x: -3, y: -3, width: 20, height: 20, rx: 4, fill: "transparent" }), s("path", { d: look.sign, transform: "scale(0.875)" }), s("title", {}, `${P.words.date(directive.day)} · ${P.panel.sentenceText(directive)}`)),
    () => P.app.select(`d:${directive.key}`));
  }

  // More signs than fit on one another: their number leads to all of them, in the panel.
  function more(spot, y, who) {
    const { t, date } = P.words;
    return press(s("text", { class: "many", x: spot.at + 9, y }, `+${spot.list.length - 4}`, s("title", {}, t("orders_on", { n: spot.list.length, date: date(spot.list[0].day) }))),
      () => P.app.select(who >= 0 ? `v:${vertices[who].key}` : `d:${spot.list[4].key}`));
  }

  // A bar narrows the date filter to its days.
  function histogram(dated, { first, last, x }, top) {
    const bins = Math.min(60, Math.max(1, Math.round((last - first) / DAY)));
    const size = (last - first) / bins;
    const counts = new Array(bins).fill(0);
    for (const directive of dated) counts[Math.min(bins - 1, Math.floor((time(directive.day) - first) / size))] += 1;
    const most = Math.max(...counts);
    return counts.map((count, index) => {
      if (!count) return null;
      const [from, to] = [first + index * size, first + (index + 1) * size];
      const height = Math.max(2, (count / most) * (top - 24));
      const bar = s("rect", { class: "bar", x: x(from) + 0.5, width: Math.max(1.5, x(to) - x(from) - 1), y: top - height, height }, s("title", {}, P.words.t("orders_on", { n: count, date: P.words.date(iso(from + size / 2)) })));
      bar.addEventListener("click", () => P.state.set({ from: iso(Math.ceil(from / DAY) * DAY), to: iso(Math.max(Math.ceil(from / DAY) * DAY, Math.ceil(to / DAY) * DAY - DAY)) }));
      return bar;
    });
  }
  return { show };
})();
