// The page's own texts, and names, dates and numbers in the language chosen.
P.words = (() => {
  const catalogue = JSON.parse(document.getElementById("words").textContent);
  const lang = () => { const chosen = P.state.get().lang; return Object.hasOwn(catalogue, chosen) ? chosen : P.facts.lang; };
  const locale = () => (lang() === "id" ? "id-ID" : "en-GB");
  // Making a formatter takes longer than using it a hundred times.
  const formats = new Map();
  function formatter(kind, make) {
    const key = `${kind} ${locale()}`;
    if (!formats.has(key)) formats.set(key, make(locale()));
    return formats.get(key);
  }
  const number = (value) => formatter("number", (tag) => new Intl.NumberFormat(tag)).format(value);
  function t(key, values = {}) {
    const texts = catalogue[lang()];
    const text = (values.n === 1 && texts[`${key}_one`]) || texts[key] || key;
    return text.replace(/\{(\w+)\}/g, (_, name) => (typeof values[name] === "number" ? number(values[name]) : String(values[name] ?? "")));
  }
  const has = (key) => Object.hasOwn(catalogue[lang()], key);
  const name = (thing) => (lang() === "en" && thing.labelEn) || thing.label;
  // The name in full, for a heading.
  const fullName = (thing) => (lang() === "en" && thing.fullEn) || name(thing);
  function date(iso, style = "long") {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return iso;
    const month = style === "long" ? "long" : "short";
    return formatter(month, (tag) => new Intl.DateTimeFormat(tag, { day: "numeric", month, year: "numeric", timeZone: "UTC" })).format(new Date(`${iso}T00:00:00Z`));
  }
  const force = (directive) => t(`f_${directive.forceName}`);
  // The name of a vertex; an unnamed one says what it stands for.
  function vertex(v) {
    if (v.kind !== "unnamed") return name(P.facts.agents[v.agent]);
    return t(v.key.startsWith("?>") ? "someone" : "unnamed");
  }
  // Title and rank stand before a person's name only where an article gives them with the post in question.
  function person(agent, posts = []) {
    const tenure = P.facts.tenures.find((item) => item.person === agent && item.rank && (!posts.length || posts.includes(item.post)));
    return `${tenure ? `${tenure.rank} ` : ""}${name(P.facts.agents[agent])}`;
  }
  const persons = (directive) => directive.persons.map((index) => person(index, directive.issuers)).join(", ");
  // Who gave a directive, in short: the posts, else the persons.
  const posts = (directive) => directive.issuers.map((index) => name(P.facts.agents[index])).join(", ") || persons(directive) || t("someone");
  const issuer = (directive) => (directive.issuers.length && directive.persons.length ? `${posts(directive)} (${persons(directive)})` : posts(directive));
  const addressees = (directive) => directive.addressees.map((index) => name(P.facts.agents[index])).join(", ");
  function verb(directive) {
    const key = `v_${directive.forceName}`;
    return !directive.addressees.length && has(`${key}_nobody`) ? t(`${key}_nobody`) : t(key);
  }
  // What a date was read from: in words of the page where it has them, else as the graph says it.
  const basis = (text) => text.split("; ").map((part) => (has(`b_${part}`) ? t(`b_${part}`) : part)).join("; ");
  return { t, has, basis, lang, number, name, fullName, date, force, vertex, person, posts, persons, issuer, addressees, verb };
})();
