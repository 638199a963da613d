"""A real browser, where there is one: what it prints, what a page looks like in it, what it asks of the network."""

import json
import re
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from html import unescape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FONT = Path("/usr/share/fonts/truetype/liberation")
needs_browser = pytest.mark.skipif(
    CHROMIUM is None or not FONT.is_dir(), reason="there is no Chromium here, or not its fonts (fonts-liberation)"
)
POINTS_AN_INCH = 72
_QUIET = (
    "--headless --no-sandbox --disable-gpu --hide-scrollbars --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --disable-default-apps"
).split()


def _run(home: Path, page: Path, *flags: str) -> bytes:
    command = [str(CHROMIUM), *_QUIET, f"--user-data-dir={home}", *flags, page.as_uri()]
    return subprocess.run(command, capture_output=True, timeout=120, check=True).stdout


@dataclass(frozen=True)
class Printed:
    """What a browser printed."""

    pages: int
    inches: frozenset[tuple[float, float]]
    """The width and the height of the pages."""


def printed(page: Path, home: Path) -> Printed:
    """Print a page into a PDF beside it."""
    pdf = page.with_suffix(".pdf")
    _run(home, page, "--no-pdf-header-footer", f"--print-to-pdf={pdf}")
    raw = pdf.read_bytes()
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", raw)
    inches = frozenset((round(float(w) / POINTS_AN_INCH, 1), round(float(h) / POINTS_AN_INCH, 1)) for w, h in boxes)
    return Printed(len(re.findall(rb"/Type /Page\b", raw)), inches)


@dataclass(frozen=True)
class Measured:
    """How a page looks in a column as wide as the paper without its margins."""

    outside: list[str]
    """Texts that reach out of their box or out of the page."""
    over_another: list[str]
    """Texts that lie on other texts."""
    broken: list[str]
    """Words that are broken in the middle."""
    contrast: float
    """The least contrast of a text with its ground, as WCAG 2 counts it."""


_MEASURE = """<script>
const shine = c => c.map(v => v / 255).map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
  .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
const rgba = text => text.match(/[\\d.]+/g).map(Number);
const ground = e => { for (; e; e = e.parentElement) { const c = rgba(getComputedStyle(e).backgroundColor);
  if (c.length < 4 || c[3] > 0) return c.slice(0, 3); } return [255, 255, 255]; };
const texts = [], found = {outside: [], over_another: [], broken: [], contrast: 21};
const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walk.nextNode()) {
  const node = walk.currentNode, own = node.parentElement;
  if (!node.data.trim() || ['STYLE', 'SCRIPT'].includes(own.tagName)) continue;
  const range = document.createRange(); range.selectNodeContents(node);
  const rects = [...range.getClientRects()];
  const a = shine(rgba(getComputedStyle(own).color)), b = shine(ground(own));
  found.contrast = Math.min(found.contrast, (Math.max(a, b) + .05) / (Math.min(a, b) + .05));
  let box = own; while (getComputedStyle(box).display === 'inline') box = box.parentElement;
  for (const edge of [box, document.body]) {
    const r = edge.getBoundingClientRect();
    if (rects.some(one => one.left < r.left - 1 || one.right > r.right + 1)) found.outside.push(node.data);
    if (edge === box && getComputedStyle(edge).overflow !== 'visible'
        && rects.some(one => one.bottom > r.bottom + 1)) found.outside.push(node.data);
  }
  for (const word of node.data.matchAll(/[^\\s-–\\/]+/g)) {
    range.setStart(node, word.index); range.setEnd(node, word.index + word[0].length);
    if (word[0].length < 30 && range.getClientRects().length > 1) found.broken.push(word[0]);
  }
  for (const other of texts) for (const one of other.rects) for (const two of rects)
    if (Math.min(one.right, two.right) - Math.max(one.left, two.left) > 2
        && Math.min(one.bottom, two.bottom) - Math.max(one.top, two.top) > 4) found.over_another.push(node.data);
  texts.push({rects});
}
document.body.innerHTML = ''; document.body.textContent = 'MEASURED' + JSON.stringify(found) + 'MEASURED';
</script>"""


def measured(page: Path, home: Path, *, width: int) -> Measured:
    """Look at a copy of a page that measures itself; `width` is that of the column, in CSS pixels."""
    html = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page.read_text(encoding="utf-8"))
    copy = page.with_name(f"measured-{page.name}")
    copy.write_text(html.replace("</body>", f"{_MEASURE}</body>"), encoding="utf-8")
    dumped = _run(home, copy, f"--window-size={width},1200", "--dump-dom").decode("utf-8")
    return Measured(**json.loads(unescape(dumped.split("MEASURED")[1])))


@contextmanager
def listening() -> Iterator[tuple[str, list[str]]]:
    """A server, and what was asked of it."""
    asked: list[str] = []

    class Listener(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(204)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the server's own signature
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Listener)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
