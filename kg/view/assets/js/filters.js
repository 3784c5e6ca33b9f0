// Which directives match the state, and how many each choice of a filter would leave.
P.filters = (() => {
  const { directives, agents, articles, units, texts } = P.facts;
  const fold = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
  const haystacks = new Map();
  function haystack(directive) {
    let text = haystacks.get(directive.index);
    if (text === undefined) {
      const people = [...directive.issuers, ...directive.persons, ...directive.addressees].map((index) => agents[index]);
      const article = articles[directive.article];
      text = fold([
        ...people.flatMap((agent) => [agent.label, agent.labelEn, agent.fullEn, ...agent.alt]),
        directive.content, texts[directive.text], directive.place, article ? `${article.title} ${article.outlet}` : "",
      ].join(" \n "));
      haystacks.set(directive.index, text);
    }
    return text;
  }
  const outlet = (directive) => (articles[directive.article] || {}).outlet || "";
  // Every unit that a directive touches, with all units above, so that a unit finds what lies below it.
  const touched = directives.map((directive) => new Set(
    [...directive.issuers, ...directive.persons, ...directive.addressees].flatMap((index) => P.facts.unitsAbove(agents[index].unit)),
  ));
  const unitKey = (index) => units[index].label;
  const unitNames = touched.map((set) => new Set([...set].map(unitKey)));

  const tests = {
    q: (state) => {
      const wanted = fold(state.q).split(/\s+/).filter(Boolean);
      return wanted.length && ((directive) => { const text = haystack(directive); return wanted.every((word) => text.includes(word)); });
    },
    force: (state) => state.force.length && ((d) => state.force.includes(d.forceName)),
    polarity: (state) => state.polarity.length && ((d) => state.polarity.includes(d.dont ? "dont" : "do")),
    factuality: (state) => state.factuality.length && ((d) => state.factuality.includes(d.factuality)),
    date: (state) => (state.from || state.to) && ((d) => d.day && (!state.from || d.day >= state.from) && (!state.to || d.day <= state.to)),
    outlet: (state) => state.outlet.length && ((d) => state.outlet.includes(outlet(d) || "-")),
    region: (state) => state.region.length && ((d) => state.region.includes(d.region || "-")),
    unit: (state) => state.unit && ((d) => unitNames[d.index].has(state.unit)),
    confidence: (state) => Number(state.confidence) > 0 && ((d) => d.confidence === null || d.confidence * 100 >= Number(state.confidence) - 1e-9),
  };
  const active = (state, except) => Object.entries(tests).filter(([name]) => name !== except).map(([, make]) => make(state)).filter(Boolean);
  const select = (state, except) => { const all = active(state, except); return directives.filter((d) => all.every((test) => test(d))); };
  const values = {
    force: (d) => d.forceName, polarity: (d) => (d.dont ? "dont" : "do"), factuality: (d) => d.factuality,
    outlet: (d) => outlet(d) || "-", region: (d) => d.region || "-",
  };
  // How often each value of a facet occurs among what every other filter leaves.
  function counts(state, facet) {
    const found = new Map();
    for (const directive of select(state, facet)) {
      const value = values[facet](directive);
      found.set(value, (found.get(value) || 0) + 1);
    }
    return found;
  }
  function unitCounts(state) {
    const found = new Map();
    for (const directive of select(state, "unit")) for (const unit of touched[directive.index]) found.set(unit, (found.get(unit) || 0) + 1);
    return found;
  }
  const all = (facet) => [...new Set(directives.map(values[facet]))];
  let known = null;
  let matched = directives;
  // What the filters of a state are, as one text.
  const key = (state) => JSON.stringify(P.state.filters.map((name) => state[name]));
  function match(state) {
    const now = key(state);
    if (now !== known) { known = now; matched = select(state); }
    return matched;
  }
  return { match, key, counts, unitCounts, all, outlet, fold };
})();
