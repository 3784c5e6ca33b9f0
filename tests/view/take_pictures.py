"""Takes the pictures of the page that README shows, of a page that `kg view` or `kg build` wrote:

    python -m tests.view.take_pictures output/graph.html

Same page, same browser and same machine give the same pictures.
"""

from __future__ import annotations

import base64
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FOLDER = Path(__file__).with_name("pictures")
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
WIDE, PHONE = (1300, 850), (360, 740)
EVIDENCE = """P.app.select('d:' + P.app.matched().find(
  (d) => d.forceName === 'order' && d.issuers.length && d.addressees.length > 1 || d === P.app.matched().at(-1)).key)"""
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
    written = []
    for name, (fragment, script) in PICTURES.items():
        path = folder / name
        path.write_bytes(shot(chromium, page, fragment, script, WIDE))
        written.append(path)
    phones = [base64.b64encode(shot(chromium, page, *look, PHONE)).decode("ascii") for look in NARROW]
    board = chromium.new_page(viewport={"width": len(phones) * (PHONE[0] + 20) - 20, "height": PHONE[1]})
    images = "".join(f'<img src="data:image/png;base64,{phone}">' for phone in phones)
    board.set_content(f"<body style='margin:0;display:flex;gap:20px;background:#888'>{images}</body>")
    path = folder / "page-narrow.png"
    path.write_bytes(board.screenshot())
    board.close()
    return [*written, path]


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
