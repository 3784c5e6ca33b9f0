// The matching orders as text: sorted, a page at a time, and as CSV.
P.table = (() => {
  const { h, put, bdi } = P.dom;
  const { articles } = P.facts;
  const holder = document.getElementById("view-table");
  const PAGE = 100;
  let limit = PAGE;
  let lastKey = "";

  // A cell shows no more than a few lines; the panel has the whole.
  const short = (text) => (text.length > 400 ? `${Array.from(text.slice(0, 400)).join("")}…` : text);

  const columns = [
    { name: "date", value: (d) => d.day, show: (d) => h("span", d.date ? {} : { class: "published", title: P.words.t("published_basis") }, d.day ? P.words.date(d.day, "short") : "–"), class: "day" },
    { name: "issuer", value: (d) => P.words.issuer(d), show: (d) => [bdi(short(P.words.posts(d))), d.issuers.length && d.persons.length ? h("small", { class: "who" }, bdi(short(P.words.persons(d)))) : null], class: "party issuer" },
    { name: "force", value: (d) => P.words.force(d), show: (d) => [P.marks.sign(d.forceName), " ", P.words.force(d), d.dont && d.forceName !== "forbid" ? h("div", {}, h("small", {}, P.words.t("dont"))) : null, d.factuality === "asserted" ? null : h("div", {}, h("small", { class: "badge warn" }, P.words.t(d.factuality)))], class: "force" },
    { name: "addressee", value: (d) => P.words.addressees(d), show: (d) => bdi(short(P.words.addressees(d)) || "–"), class: "party addressee" },
    { name: "content", value: (d) => d.content, show: (d) => bdi(short(d.content) || "–"), class: "content" },
    { name: "outlet", value: (d) => P.filters.outlet(d), show: (d) => bdi(short(P.filters.outlet(d)) || "–"), class: "outlet" },
    { name: "confidence_label", value: (d) => d.confidence ?? -1, show: (d) => (d.confidence === null ? "–" : `${Math.round(d.confidence * 100)}%`), class: "number" },
  ];

  function sorted(matched, sort) {
    const [name, direction] = (sort || "date-").match(/^(\w+)(-?)$/)?.slice(1) || ["date", "-"];
    const column = columns.find((item) => item.name === name) || columns[0];
    const sign = direction === "-" ? -1 : 1;
    const keyed = matched.map((directive) => ({ directive, value: column.value(directive) }));
    const collate = new Intl.Collator(P.words.lang());
    const order = (a, b) => (typeof a === "number" ? a - b : a === b ? 0 : !a ? 1 : !b ? -1 : sign * collate.compare(a, b));
    keyed.sort((a, b) => (typeof a.value === "number" ? sign * order(a.value, b.value) : order(a.value, b.value)) || a.directive.index - b.directive.index);
    return { list: keyed.map((item) => item.directive), column: column.name, sign };
  }

  function show(matched, selection, sort) {
    const { t } = P.words;
    const { list, column, sign } = sorted(matched, sort);
    const key = `${matched.length} ${sort} ${matched.length ? matched[0].key : ""}`;
    if (key !== lastKey) { lastKey = key; limit = PAGE; }
    const upTo = P.dom.printing() ? list.length : limit;
    const head = h("tr", {}, columns.map((item) => h("th", { scope: "col", class: item.class, "aria-sort": item.name === column ? (sign > 0 ? "ascending" : "descending") : null },
      h("button", { type: "button", title: t("sort", { what: t(item.name) }), onclick: () => P.state.set({ sort: `${item.name}${item.name === column && sign > 0 ? "-" : ""}` }) }, t(item.name)))));
    const body = list.slice(0, upTo).map((directive) => {
      const chosen = selection.type === "directive" && selection.index === directive.index;
      const pick = () => P.app.select(`d:${directive.key}`);
      return h("tr", { "aria-selected": chosen ? "true" : null, "data-directive": directive.index, onclick: pick },
        columns.map((item, index) => h("td", { class: item.class, "data-name": t(item.name) },
          index === 4 ? h("button", { type: "button", class: "pick" }, item.show(directive)) : item.show(directive))));
    });
    put(holder,
      h("table", { class: "sheet" }, h("caption", { class: "unseen" }, t("caption")), h("colgroup", {}, columns.map((item) => h("col", { class: item.class }))), h("thead", {}, head), h("tbody", {}, body)),
      list.length > upTo ? h("p", { class: "foot" }, h("button", { type: "button", class: "tool", onclick: () => { limit += 5 * PAGE; P.app.refresh(); } }, t("show_more", { n: Math.min(5 * PAGE, list.length - limit) }))) : null);
  }

  // RFC 4180; a cell that a spreadsheet would run as a formula gets an apostrophe before it.
  function cell(value) {
    const text = String(value ?? "");
    const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  }
  function csv(matched, sort) {
    const header = ["date", "issuer", "force", "polarity", "factuality", "addressee", "content", "place", "confidence", "sentence", "title", "outlet", "published", "url"];
    const rows = sorted(matched, sort).list.map((d) => {
      const article = articles[d.article] || {};
      return [d.date, P.words.issuer(d), d.forceName, d.dont ? "dont" : "do", d.factuality, P.words.addressees(d), d.content, d.place, d.confidence ?? "", P.facts.texts[d.text], article.title, article.outlet, article.published, article.url];
    });
    return [header, ...rows].map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";
  }
  return { show, csv };
})();
