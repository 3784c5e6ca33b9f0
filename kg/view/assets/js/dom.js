// Elements without markup in strings: every text goes in as text.
P.dom = (() => {
  const SVG = "http://www.w3.org/2000/svg";
  function fill(element, properties, children) {
    for (const [name, value] of Object.entries(properties || {})) {
      if (value === null || value === undefined || value === false) continue;
      if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
      else element.setAttribute(name, value === true ? "" : String(value));
    }
    for (const child of children.flat(3)) {
      if (child === null || child === undefined || child === false) continue;
      element.append(child instanceof Node ? child : document.createTextNode(String(child)));
    }
    return element;
  }
  const h = (tag, properties, ...children) => fill(document.createElement(tag), properties, children);
  const s = (tag, properties, ...children) => fill(document.createElementNS(SVG, tag), properties, children);
  const say = (text) => { document.getElementById("status").textContent = text; };
  const put = (parent, ...children) => parent.replaceChildren(...children.flat(3).filter((child) => child !== null && child !== undefined && child !== false));
  const bdi = (text) => h("bdi", {}, text);
  // While the page is on its way to paper nothing is kept back for a click.
  let paper = false;
  const printing = (now = paper) => { paper = now; return paper; };
  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
    } catch (error) {
      if (!(error instanceof DOMException || error instanceof TypeError)) throw error;
      const area = h("textarea", { "aria-hidden": "true", class: "unseen" });
      area.value = text;
      document.body.append(area);
      area.select();
      const done = document.execCommand("copy");
      area.remove();
      if (!done) { say(P.words.t("copy_failed")); return false; }
    }
    say(P.words.t("copied"));
    return true;
  }
  return { h, s, say, put, bdi, copy, printing };
})();
