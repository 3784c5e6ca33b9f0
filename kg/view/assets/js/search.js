// Search as one types: what is typed filters everything, and names that fit are offered to go to.
P.search = (() => {
  const { h, put } = P.dom;
  const input = document.getElementById("q");
  const list = document.getElementById("suggestions");
  const { agents } = P.facts;
  let offered = [];
  let chosen = -1;
  let waiting = 0;
  const names = agents.map((agent) => [agent.label, agent.labelEn, agent.fullEn, ...agent.alt].map(P.filters.fold).join(" \n "));

  function offer() {
    const words = P.filters.fold(input.value).split(/\s+/).filter(Boolean);
    offered = words.length ? agents.filter((agent) => words.every((word) => names[agent.index].includes(word))).map((agent) => {
      const vertex = P.facts.vertices[P.facts.vertexOfAgent.get(agent.index)];
      const weight = vertex ? vertex.sent.length + vertex.received.length : 0;
      return { agent, vertex, weight: weight + (P.filters.fold(agent.label).startsWith(words[0]) ? 1000 : 0) };
    }).sort((a, b) => b.weight - a.weight || a.agent.index - b.agent.index).slice(0, 8) : [];
    chosen = -1;
    draw();
  }
  function draw() {
    put(list, offered.map(({ agent }, index) => h("li", {
      role: "option", id: `suggestion-${index}`, "aria-selected": String(index === chosen),
      onmousedown: (event) => { event.preventDefault(); take(index); },
    }, h("span", {}, P.words.name(agent)), h("small", {}, P.words.t(`k_${agent.kind}`)))));
    list.hidden = !offered.length;
    input.setAttribute("aria-expanded", String(offered.length > 0));
    if (chosen >= 0) input.setAttribute("aria-activedescendant", `suggestion-${chosen}`);
    else input.removeAttribute("aria-activedescendant");
  }
  function close() { offered = []; chosen = -1; draw(); }
  function take(index) {
    const { agent, vertex } = offered[index];
    close();
    P.app.select(vertex ? `v:${vertex.key}` : `a:${agent.key}`, { q: "" });
    input.value = "";
  }
  input.addEventListener("input", () => {
    offer();
    clearTimeout(waiting);
    waiting = setTimeout(() => P.state.set({ q: input.value.trim() }, { quiet: true }), 90);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (!offered.length) offer();
      if (!offered.length) return;
      event.preventDefault();
      chosen = (chosen + (event.key === "ArrowDown" ? 1 : -1) + offered.length + (chosen < 0 && event.key === "ArrowUp" ? 1 : 0)) % offered.length;
      draw();
    } else if (event.key === "Enter") {
      if (chosen >= 0) take(chosen);
      else close();
    } else if (event.key === "Escape") {
      if (offered.length) { close(); event.stopPropagation(); } else if (input.value) { input.value = ""; P.state.set({ q: "" }); }
    }
  });
  input.addEventListener("blur", close);
  function show(state) {
    input.placeholder = P.words.t("search_hint");
    if (document.activeElement !== input || !state.q) { if (document.activeElement !== input) input.value = state.q; }
  }
  return { show };
})();
