"""Takes the pictures of the page that README shows, of a page that `kg view` or `kg build` wrote:

    python -m tests.view.take_pictures output/graph.html

Same page, same browser and same machine give the same pictures.
"""

from __future__ import annotations

import base64
import shutil
import sys
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

FOLDER = Path(__file__).with_name("pictures")
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
WIDE, PHONE = (1300, 850), (360, 740)
EVIDENCE = """P.app.select('d:' + (
  P.app.matched().find((d) => d.forceName === "request" && d.issuers.length && d.addressees.length > 1)
  || P.app.matched().at(-1)).key)"""
PICTURES = {
    "page.png": ("", ""),
    "page-evidence.png": ("lang=en", EVIDENCE),
    "page-chain.png": ("view=chain&theme=dark", ""),
    "page-timeline.png": ("view=timeline&lang=en", ""),
    "page-table.png": ("view=table&theme=dark&lang=en", ""),
}
NARROW = (("", ""), ("view=chain&lang=en&theme=dark", EVIDENCE), ("view=table", ""))


def take(chromium: Browser, page: Path, folder: Path) -> list[Path]:
    """Writes every picture of `page` into `folder`, as PNG; the phones stand side by side in one."""
    folder.mkdir(parents=True, exist_ok=True)
    board = chromium.new_page()
    written = []
    for name, (fragment, script) in PICTURES.items():
        path = folder / name
        path.write_bytes(small(board, [shot(chromium, page, fragment, script, WIDE)], WIDE))
        written.append(path)
    path = folder / "page-narrow.png"
    path.write_bytes(small(board, [shot(chromium, page, *look, PHONE) for look in NARROW], PHONE))
    board.close()
    return [*written, path]


PIXELS = """async ([shots, width, height]) => {
  const sheet = Object.assign(document.createElement("canvas"), { width: shots.length * (width + 20) - 20, height });
  const context = sheet.getContext("2d");
  context.fillStyle = "#888";
  context.fillRect(0, 0, sheet.width, height);
  for (const [place, shot] of shots.entries()) {
    const image = new Image();
    image.src = `data:image/png;base64,${shot}`;
    await image.decode();
    context.drawImage(image, place * (width + 20), 0);
  }
  const pixels = context.getImageData(0, 0, sheet.width, height).data;
  let text = "";
  for (let at = 0; at < pixels.length; at += 32768) text += String.fromCharCode(...pixels.subarray(at, at + 32768));
  return [sheet.width, btoa(text)];
}"""


def small(board: Page, shots: list[bytes], size: tuple[int, int]) -> bytes:
    """The pictures side by side as one PNG of 256 colours, each other pixel with the nearest of them
    (PNG, W3C Recommendation, 11.2: IHDR, PLTE, IDAT and IEND with colour type 3).
    """
    width, pixels = board.evaluate(PIXELS, [[base64.b64encode(shot).decode("ascii") for shot in shots], *size])
    colours = np.frombuffer(base64.b64decode(pixels), dtype=np.uint8).reshape(size[1], width, 4)[:, :, :3]
    packed = colours.astype(np.int32) @ np.array([1 << 16, 1 << 8, 1], dtype=np.int32)
    numbers, where, counts = np.unique(packed.ravel(), return_inverse=True, return_counts=True)
    # Of colours that hardly differ only the commonest, so that the rare ones have a place too.
    ranked = numbers[np.argsort(-counts, kind="stable")]
    chosen = ranked[np.sort(np.unique(ranked & 0xF0F0F0, return_index=True)[1])[:256]]
    kinds, palette = (np.stack([some >> 16, some >> 8 & 255, some & 255], axis=1) for some in (numbers, chosen))
    # The square of the distance, less that of the colour itself; whole numbers that float32 holds exactly.
    apart = (palette**2).sum(axis=1).astype(np.float32) - 2 * (kinds.astype(np.float32) @ palette.T.astype(np.float32))
    indices = apart.argmin(axis=1).astype(np.uint8)[where.ravel()].reshape(size[1], width)
    rows = np.hstack([np.zeros((size[1], 1), dtype=np.uint8), indices]).tobytes()
    header = width.to_bytes(4) + size[1].to_bytes(4) + bytes([8, 3, 0, 0, 0])
    colour_table = palette.astype(np.uint8).tobytes()
    parts = ((b"IHDR", header), (b"PLTE", colour_table), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        len(data).to_bytes(4) + kind + data + zlib.crc32(kind + data).to_bytes(4) for kind, data in parts
    )


def shot(chromium: Browser, page: Path, fragment: str, script: str, size: tuple[int, int]) -> bytes:
    """One picture of `page` at an address, after a script ran in it."""
    context = chromium.new_context(viewport={"width": size[0], "height": size[1]}, offline=True)
    opened = context.new_page()
    opened.goto(f"{page.resolve().as_uri()}#{fragment}")
    opened.wait_for_selector("html[data-ready]")
    opened.evaluate("document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(() => done())))")
    if script:
        opened.evaluate(script)
    opened.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))")
    image = opened.screenshot()
    context.close()
    return image


def main(page: Path, folder: Path = FOLDER) -> None:
    """Takes all pictures with a Chromium of its own."""
    from playwright.sync_api import sync_playwright

    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    with sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=found, args=list(FLAGS))
        for path in take(chromium, page, folder):
            print(f"{path} {path.stat().st_size // 1024} KB")
        chromium.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
