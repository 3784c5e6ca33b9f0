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

  // Steps of the axis: days, months or years, so that there are at most about twelve.
  function ticks(first, last) {
    const days = (last - first) / DAY;
    const found = [];
    if (days <= 45) {
      const step = Math.max(1, Math.ceil(days / 8));
      for (let at = first; at <= last; at += step * DAY) found.push({ at, text: label(at, { day: "numeric", month: "short" }) });
      return found;
    }
    const months = days / 30.4;
    const step = [1, 2, 3, 6, 12, 24, 60, 120].find((size) => months / size <= 11) || 240;
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
    const width = Math.max(600, holder.clientWidth - 32);
    const left = Math.min(230, width * 0.32);
    const right = width - 14;
    const x = (at) => left + ((at - first) / (last - first)) * (right - left);
    const top = 84;
    const marks = ticks(first, last);
    const pieces = [];
    const bottom = [];
    let y = top + 26;
    const cell = Math.max(DAY, ((last - first) / (right - left)) * 15);
    for (const [who, list] of ranked.slice(0, rows)) {
      const spots = new Map();
      for (const directive of list) {
        const at = x(time(directive.day) + DAY / 2);
        const spot = Math.round((time(directive.day) - first) / cell);
        if (!spots.has(spot)) spots.set(spot, { at, list: [] });
        spots.get(spot).list.push(directive);
      }
      const most = Math.max(...[...spots.values()].map((spot) => Math.min(spot.list.length, 4)));
      const height = Math.max(36, most * 17 + 12);
      pieces.push(s("line", { class: "grid", x1: 0, x2: right, y1: y + height, y2: y + height }));
      const name = who >= 0 ? P.words.vertex(vertices[who]) : t("someone");
      const lines = P.look.wrap(name, 32, 2);
      const middle = y + height / 2 + 4 - (lines.length - 1) * 7.5;
      const text = s("text", { class: "row-label" }, lines.map((line, index) => s("tspan", { x: 0, y: middle + index * 15 }, line)), s("title", {}, `${name}: ${t("orders", { n: list.length })}`));
      if (who >= 0) {
        text.setAttribute("tabindex", "0");
        text.setAttribute("role", "button");
        text.addEventListener("click", () => P.app.select(`v:${vertices[who].key}`));
        text.addEventListener("keydown", (event) => { if (event.key === "Enter") P.app.select(`v:${vertices[who].key}`); });
      }
      pieces.push(text);
      for (const spot of spots.values()) {
        spot.list.slice(0, 4).forEach((directive, place) => {
          const { sign, open } = P.facts.looks[directive.forceName];
          const mark = s("g", {
            class: `event f-${directive.forceName} ${open ? "open" : ""} ${selection.type === "directive" && selection.index === directive.index ? "chosen" : ""}`,
            transform: `translate(${(spot.at - 7).toFixed(1)} ${y + 8 + place * 17})`, tabindex: "0", role: "button",
            "data-directive": directive.index,
          }, s("rect", { class: "halo", x: -3, y: -3, width: 20, height: 20, rx: 4, fill: "transparent" }), s("path", { d: sign, transform: "scale(0.875)" }), s("title", {}, `${date(directive.day)} · ${P.panel.sentenceText(directive)}`));
          mark.addEventListener("click", () => P.app.select(`d:${directive.key}`));
          mark.addEventListener("keydown", (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); P.app.select(`d:${directive.key}`); } });
          pieces.push(mark);
        });
        if (spot.list.length > 4) pieces.push(s("text", { class: "many", x: spot.at + 9, y: y + height - 8 }, `+${spot.list.length - 4}`));
      }
      y += height;
    }
    for (const [place, { at, text }] of marks.entries()) {
      bottom.push(s("line", { class: "grid", x1: x(at), x2: x(at), y1: 14, y2: y }));
      if (x(at) > right - 60 && place && x(marks[place - 1].at) > right - 130) continue;
      bottom.push(s("text", x(at) > right - 60 ? { class: "axis", x: right, y: top + 16, "text-anchor": "end" } : { class: "axis", x: x(at) + 4, y: top + 16 }, text));
    }
    const bars = histogram(dated, first, last, x, top);
    const svg = s("svg", { viewBox: `0 0 ${width} ${y + 10}`, width, height: y + 10, role: "group", "aria-label": t("timeline") }, bottom, s("text", { class: "axis", x: 0, y: 24 }, t("per_period")), bars, pieces);
    const undated = matched.length - dated.length;
    put(holder, h("div", { class: "timeline" }, svg,
      undated ? h("p", { class: "foot" }, t("no_date", { n: undated })) : null,
      ranked.length > rows ? h("p", { class: "foot" }, h("button", { type: "button", class: "tool", onclick: () => { rows += 50; P.app.refresh(); } }, t("show_more", { n: Math.min(50, ranked.length - rows) }))) : null));
  }

  // A bar narrows the date filter to its days.
  function histogram(dated, first, last, x, top) {
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
