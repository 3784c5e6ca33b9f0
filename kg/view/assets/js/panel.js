// The evidence: a directive in a sentence with the passage it was read from, or what a party, line or group holds.
P.panel = (() => {
  const { h, put, bdi } = P.dom;
  const { vertices, agents, groups, articles, directives, texts } = P.facts;
  const holder = document.getElementById("evidence");
  const FEW = 12;

  const sentenceText = (directive) => {
    const to = P.words.addressees(directive);
    return `${P.words.issuer(directive)} ${P.words.verb(directive)}${to ? ` ${to}` : ""}${directive.content ? `: ${directive.content}` : ""}`;
  };
  const target = (agent) => {
    const vertex = P.facts.vertexOfAgent.get(agent);
    return vertex === undefined ? `a:${agents[agent].key}` : `v:${vertices[vertex].key}`;
  };
  const go = (agent) => () => P.app.select(target(agent));
  const link = (agent, text) => h("a", { href: P.state.address({ sel: target(agent) }) }, bdi(text || P.words.name(agents[agent])));
  const joined = (items) => items.flatMap((item, index) => (index ? [", ", item] : [item]));

  function head(sort) {
    return h("div", { class: "panel-head" }, h("p", { class: "sort" }, sort), h("button", { type: "button", class: "close", "aria-label": P.words.t("close"), title: P.words.t("close"), onclick: () => P.app.select("") }, "×"));
  }
  function item(directive, current) {
    const day = directive.day ? P.words.date(directive.day, "short") : P.words.t("undated");
    const outlet = P.filters.outlet(directive);
    return h("li", {}, h("button", { type: "button", "aria-current": current ? "true" : null, onclick: () => P.app.select(`d:${directive.key}`) },
      P.marks.sign(directive.forceName), h("span", {}, bdi(sentenceText(directive))), h("small", {}, `${P.words.force(directive)} · ${day}${outlet ? ` · ${outlet}` : ""}`)));
  }
  function list(indices, current) {
    const sorted = [...indices].map((index) => directives[index]).sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : a.index - b.index));
    const rest = h("ul", { class: "list" }, sorted.slice(0, FEW).map((directive) => item(directive, directive.index === current)));
    if (sorted.length <= FEW) return rest;
    const more = h("button", { type: "button", class: "linkish", onclick: () => { rest.append(...sorted.slice(FEW, 300).map((directive) => item(directive, directive.index === current))); more.remove(); } }, P.words.t("more", { n: sorted.length }));
    return h("div", {}, rest, more);
  }
  const row = (name, value) => (value ? [h("dt", {}, P.words.t(name)), h("dd", {}, value)] : null);

  function meter(value) {
    const bar = h("i", {});
    bar.style.width = `${Math.round(value * 100)}%`;
    return [h("span", { class: "meter", "aria-hidden": "true" }, bar), `${Math.round(value * 100)}%`];
  }
  function article(directive) {
    const record = articles[directive.article];
    if (!record) return null;
    const title = record.title || P.words.t("no_title");
    const safe = /^https?:\/\//i.test(record.url);
    return [h("h3", {}, P.words.t("article")), h("p", { class: "cite" },
      h("span", { class: "headline", lang: "id" }, bdi(title)),
      bdi(record.outlet || P.words.t("outlet_unknown")), record.published ? `, ${P.words.date(record.published)}` : null,
      safe ? [". ", h("a", { href: record.url, target: "_blank", rel: "noopener noreferrer nofollow" }, P.words.t("read"))] : null)];
  }
  function directive(index) {
    const d = directives[index];
    const { t } = P.words;
    const who = [
      joined(d.issuers.map((agent) => link(agent))),
      d.issuers.length && d.persons.length ? " (" : null, joined(d.persons.map((agent) => link(agent, P.words.person(agent, d.issuers)))), d.issuers.length && d.persons.length ? ")" : null,
      d.issuers.length || d.persons.length ? null : t("someone"),
    ];
    const basis = d.date ? (d.basis ? t("basis", { basis: P.words.basis(d.basis) }) : "") : d.day ? t("published_basis") : "";
    const others = new Set(d.from.flatMap((vertex) => vertices[vertex].sent));
    others.delete(index);
    const main = P.facts.senders(d)[0];
    return [
      head([P.marks.sign(d.forceName), h("span", {}, t("k_directive"))]),
      h("p", { class: `sentence f-${d.forceName}` }, who, " ", h("span", { class: "verb" }, P.words.verb(d)), d.addressees.length ? [" ", joined(d.addressees.map((agent) => link(agent)))] : null, d.content ? [": ", h("span", { lang: "id" }, bdi(d.content))] : null, "."),
      h("p", { class: "badges" },
        h("span", { class: "badge" }, P.marks.sign(d.forceName), P.words.force(d)), h("span", { class: "badge" }, t(d.dont ? "dont" : "do")), d.quoted ? h("span", { class: "badge" }, t("quoted")) : null,
        d.factuality === "asserted" ? null : h("span", { class: "badge warn" }, t(d.factuality))),
      h("dl", { class: "details" },
        row("date", d.day ? [P.words.date(d.day), basis ? h("span", { class: "path" }, ` (${basis})`) : null] : t("undated")),
        row("place", d.place && bdi(d.place)), row("source", d.source >= 0 && link(d.source)), row("period", d.period && bdi(d.period)), row("condition", d.condition && bdi(d.condition)), row("purpose", d.purpose && bdi(d.purpose)), row("authority", d.authority && bdi(d.authority)),
        row("confidence_label", d.confidence === null ? null : meter(d.confidence)), row("rule", d.rule && h("code", {}, d.rule))),
      texts[d.text] ? [h("h3", {}, t("passage")), P.marks.passage(texts[d.text], d.marks, P.facts.roles)] : null,
      article(d),
      others.size && main !== undefined ? [h("h3", {}, t("more_from", { who: P.words.name(agents[main]) })), list(others, index)] : null,
    ];
  }
  function tally(indices) {
    const counts = new Map();
    for (const index of indices) counts.set(directives[index].forceName, (counts.get(directives[index].forceName) || 0) + 1);
    return h("p", { class: "badges" }, P.facts.forces.filter((force) => counts.has(force)).map((force) => h("span", { class: "badge" }, P.marks.sign(force), `${P.words.t(`f_${force}`)} ${P.words.number(counts.get(force))}`)));
  }
  function agentParts(index) {
    const record = agents[index];
    const { t } = P.words;
    const holders = P.facts.holdersOf(index);
    const posts = P.facts.postsOf(index);
    const chain = P.facts.unitsAbove(record.unit).map((unit) => P.words.name(P.facts.units[unit])).filter((name) => name !== P.words.name(record));
    return [
      head([h("span", {}, t(`k_${record.kind}`))]),
      h("h2", {}, bdi(P.words.fullName(record))),
      chain.length ? h("p", { class: "path" }, t("in_unit", { unit: chain.join(" ‹ ") })) : null,
      record.alt.length ? h("p", { class: "path" }, t("also", { names: record.alt.slice(0, 6).join(", ") })) : null,
      holders.length ? [h("h3", {}, t("holders")), h("p", { class: "path" }, joined([...new Map(holders.map((tenure) => [tenure.person, tenure])).values()].map((tenure) => [link(tenure.person, P.words.person(tenure.person, [index])), tenure.former ? ` (${t("former")})` : null])))] : null,
      posts.length ? [h("h3", {}, t("posts_held")), h("p", { class: "path" }, joined([...new Map(posts.map((tenure) => [tenure.post, tenure])).values()].map((tenure) => [link(tenure.post), tenure.former ? ` (${t("former")})` : null])))] : null,
    ];
  }
  function vertex(index, matched) {
    const record = vertices[index];
    const inside = new Set(matched.map((d) => d.index));
    const sent = record.sent.filter((item) => inside.has(item));
    const received = record.received.filter((item) => inside.has(item));
    return [
      record.agent >= 0 ? agentParts(record.agent) : [head([h("span", {}, P.words.t("k_unnamed"))]), h("h2", {}, P.words.vertex(record))],
      sent.length ? [h("h3", {}, P.words.t("issued", { n: sent.length })), tally(sent), list(sent)] : null,
      received.length ? [h("h3", {}, P.words.t("received", { n: received.length })), tally(received), list(received)] : null,
    ];
  }
  function person(index, matched) {
    const said = matched.filter((d) => d.persons.includes(index)).map((d) => d.index);
    return [agentParts(index), said.length ? [h("h3", {}, P.words.t("issued", { n: said.length })), tally(said), list(said)] : null];
  }
  function edge(found) {
    const { t } = P.words;
    const kind = found.force === "mixed" ? h("span", {}, t("k_fold")) : [P.marks.sign(found.force), h("span", {}, t(`f_${found.force}`))];
    return [head(kind), h("h2", {}, bdi(P.app.nameOf(found.from)), " → ", bdi(P.app.nameOf(found.to))),
      h("p", { class: "path" }, t("between", { n: found.directives.size })), tally(found.directives), list(found.directives)];
  }
  function group(index, open, matched) {
    const record = groups[index];
    const inside = (vertex) => P.scene.chains[vertex].includes(index);
    const within = matched.filter((d) => d.from.some(inside) || d.to.some(inside)).map((d) => d.index);
    return [head([h("span", {}, P.words.t("k_fold"))]), h("h2", {}, bdi(P.words.name(record))), h("p", { class: "path" }, P.words.t("fold_text", { n: record.size })),
      h("button", { type: "button", class: "tool", onclick: () => P.state.toggle("open", record.key) }, P.words.t(open ? "fold" : "unfold")),
      within.length ? [h("h3", {}, P.words.t("orders", { n: within.length })), tally(within), list(within)] : null];
  }
  // Nothing chosen: how to read the page, who orders most, what is new.
  function welcome(matched) {
    const counts = new Map();
    for (const d of matched) for (const agent of P.facts.senders(d)) counts.set(agent, (counts.get(agent) || 0) + 1);
    const ranked = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, 8);
    const latest = [...matched].filter((d) => d.day).sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : a.index - b.index)).slice(0, 5);
    return [
      h("p", { class: "lede" }, P.words.t("welcome_text")),
      ranked.length ? [h("h3", {}, P.words.t("welcome")), h("ul", { class: "list rank" }, ranked.map(([agent, count]) => {
        const bar = h("i", {});
        bar.style.width = `${(100 * count) / ranked[0][1]}%`;
        return h("li", {}, h("button", { type: "button", onclick: go(agent) }, bdi(P.words.name(agents[agent])), h("span", {}, P.words.number(count)), h("span", { class: "track", "aria-hidden": "true" }, bar)));
      }))] : null,
      latest.length ? [h("h3", {}, P.words.t("latest")), h("ul", { class: "list" }, latest.map((d) => item(d, false)))] : null,
    ];
  }
  function show(selection, matched, built) {
    const parts = {
      directive: () => directive(selection.index), vertex: () => vertex(selection.index, matched), agent: () => person(selection.index, matched),
      edge: () => { const found = built.edges.find((item2) => item2.key === selection.key); return found ? edge(found) : welcome(matched); },
      group: () => group(selection.index, built.open.has(selection.index), matched), none: () => welcome(matched),
    }[selection.type]();
    put(holder, h("h2", { class: "unseen" }, P.words.t("evidence")), parts);
    holder.scrollTop = 0;
  }
  return { show, sentenceText, holder };
})();
