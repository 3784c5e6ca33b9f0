// What is shown is one record, kept in the fragment of the address: a link to it shares the view, "back" undoes a step.
P.state = (() => {
  const lists = ["force", "polarity", "factuality", "outlet", "region", "open"];
  const defaults = () => ({
    view: "network", q: "", force: [], polarity: [], factuality: [], from: "", to: "", outlet: [], region: [], unit: "",
    confidence: "", sel: "", open: [], orders: "", holders: "", all: "", lang: "", theme: "", sort: "",
  });
  const filters = ["q", "force", "polarity", "factuality", "from", "to", "outlet", "region", "unit", "confidence"];
  let current = defaults();
  const listeners = [];

  const escape = (text) => encodeURIComponent(text).replace(/%20/g, "+").replace(/%2F/g, "/").replace(/%3A/g, ":");
  const unescape = (text) => {
    try { return decodeURIComponent(text.replace(/\+/g, " ")); } catch (error) {
      if (error instanceof URIError) return "";
      throw error;
    }
  };
  function format(state) {
    const parts = [];
    const plain = defaults();
    for (const [name, value] of Object.entries(state)) {
      if (lists.includes(name)) { if (value.length) parts.push(`${name}=${value.map(escape).join(",")}`); }
      else if (value !== plain[name]) parts.push(`${name}=${escape(value)}`);
    }
    return parts.join("&");
  }
  function parse(fragment) {
    const state = defaults();
    for (const part of fragment.replace(/^#/, "").split("&")) {
      const at = part.indexOf("=");
      const name = part.slice(0, at);
      if (at < 1 || !Object.hasOwn(state, name)) continue;
      const value = part.slice(at + 1);
      state[name] = lists.includes(name) ? value.split(",").filter(Boolean).map(unescape) : unescape(value);
    }
    return state;
  }
  const tell = () => listeners.forEach((listener) => listener(current));

  // `quiet` replaces the present step of the history instead of adding one: for typing and dragging.
  function set(changes, { quiet = false } = {}) {
    const next = { ...current, ...changes };
    const fragment = `#${format(next)}`;
    if (fragment === `#${format(current)}`) return;
    current = next;
    if (quiet) history.replaceState(null, "", fragment);
    else history.pushState(null, "", fragment);
    tell();
  }
  function toggle(name, value) {
    const list = current[name];
    set({ [name]: list.includes(value) ? list.filter((item) => item !== value) : [...list, value] });
  }
  const address = (changes) => `#${format({ ...current, ...changes })}`;
  const clear = () => set(Object.fromEntries(filters.map((name) => [name, defaults()[name]])));
  function follow() {
    const next = parse(location.hash);
    if (format(next) === format(current)) return;
    current = next;
    tell();
  }
  addEventListener("popstate", follow);
  addEventListener("hashchange", follow);
  current = parse(location.hash);
  return { get: () => current, set, toggle, clear, address, filters, parse, format, listen: (listener) => listeners.push(listener) };
})();
