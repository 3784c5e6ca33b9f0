// The page's data: rows turned into records once, with what belongs to what.
P.facts = (() => {
  const raw = JSON.parse(document.getElementById("facts").textContent);
  const records = ({ fields, rows }) => rows.map((row, index) => {
    const record = { index };
    fields.forEach((field, column) => { record[field] = row[column]; });
    return record;
  });
  const facts = {
    lang: raw.lang, title: raw.title, limit: raw.limit, forces: raw.forces, roles: raw.roles, texts: raw.texts, looks: raw.looks,
    agents: records(raw.agents), units: records(raw.units), articles: records(raw.articles),
    tenures: records(raw.tenures), groups: records(raw.groups), vertices: records(raw.vertices),
    directives: records(raw.directives),
  };
  const { vertices, directives, articles } = facts;
  for (const vertex of vertices) {
    const side = vertex.agent >= 0 ? null : vertices[vertex.beside];
    vertex.kind = side ? "unnamed" : facts.agents[vertex.agent].kind;
    vertex.sent = [];
    vertex.received = [];
  }
  for (const directive of directives) {
    directive.forceName = facts.forces[directive.force];
    const article = articles[directive.article];
    directive.day = [directive.date, article ? article.published : ""].find((day) => /^\d{4}-\d\d-\d\d$/.test(day)) || "";
    for (const source of directive.from) vertices[source].sent.push(directive.index);
    for (const target of directive.to) vertices[target].received.push(directive.index);
  }
  facts.vertexOfAgent = new Map(vertices.filter((v) => v.agent >= 0).map((v) => [v.agent, v.index]));
  facts.vertexByKey = new Map(vertices.map((v) => [v.key, v.index]));
  facts.directiveByKey = new Map(directives.map((d) => [d.key, d.index]));
  facts.agentByKey = new Map(facts.agents.map((a) => [a.key, a.index]));
  facts.groupByKey = new Map(facts.groups.map((g) => [g.key, g.index]));

  // A unit and every unit above it, the nearest first.
  facts.unitsAbove = (unit) => {
    const chain = [];
    for (let at = unit; at >= 0 && !chain.includes(at); at = facts.units[at].parent) chain.push(at);
    return chain;
  };
  // Who gave a directive, for lists: its posts, units and groups, or else its persons.
  facts.senders = (directive) => (directive.issuers.length ? directive.issuers : directive.persons);
  facts.holdersOf = (agent) => facts.tenures.filter((tenure) => tenure.post === agent);
  facts.postsOf = (agent) => facts.tenures.filter((tenure) => tenure.person === agent);
  return facts;
})();
