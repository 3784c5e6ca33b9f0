// The names of the bands of the chain of command: in a gutter at the left, or in a line above each where there is none.
P.bands = (() => {
  const FACE = '"Perintah Sans", "Segoe UI", Arial, sans-serif';

  function text(context, words, x, y, size, weight, colour) {
    context.font = `${weight} ${size}px ${FACE}`;
    context.fillStyle = colour;
    context.fillText(words, x, y);
    return context.measureText(words).width;
  }
  // `view` is what is in sight, in the units of the drawing; gives where no label may stand.
  function draw(context, { bands, gutter, look }, scale, view) {
    const unit = 1 / scale;
    context.textBaseline = "alphabetic";
    context.textAlign = "left";
    return bands.map((band, index) => {
      const ground = index % 2 ? look.paper : look.wash;
      const [top, bottom] = [Math.max(band.top, view.top), Math.min(band.bottom, view.bottom)];
      const title = P.words.t(`level_${band.level}`);
      if (gutter) {
        context.fillStyle = ground;
        context.fillRect(view.left, band.top, gutter * unit, band.bottom - band.top);
        const box = { left: view.left, right: view.left + gutter * unit, top: band.top, bottom: band.bottom };
        const lines = Math.floor(((bottom - top) * scale - 8) / 15);
        const names = P.look.wrap(title, 17, 2);
        const rows = [...names.map((row) => [row, 600]), ...P.look.wrap(band.what, 19, 3).map((row) => [row, 400])].slice(0, Math.max(lines, bottom - top > 14 * unit ? 1 : 0));
        rows.forEach(([row, weight], place) => text(context, row, view.left + 12 * unit, top + (17 + 15 * place) * unit, (weight === 600 ? 13 : 12) * unit, weight, look.soft));
        return box;
      }
      const wide = text(context, title, view.left + 12 * unit, top + 17 * unit, 13 * unit, 600, look.soft);
      const kinds = Array.from(band.what).slice(0, 30).join("");
      const more = text(context, kinds, view.left + 20 * unit + wide, top + 17 * unit, 12 * unit, 400, look.soft);
      return { left: view.left, right: view.left + 24 * unit + wide + more, top, bottom: top + 22 * unit };
    });
  }
  return { draw };
})();
