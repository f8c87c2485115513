"""Make the README's pictures from the built site: one guide at 1280 pixels, and the sheet that it prints."""

import functools
import http.server
import os
import shutil
import threading
from pathlib import Path

import pypdfium2
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PICTURE = ROOT / "docs/assets/img/guide.png"
SHEET = ROOT / "docs/assets/img/sheet.png"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_arguments):
        pass


def main():
    handler = functools.partial(_Quiet, directory=ROOT / "site")
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server, sync_playwright() as playwright:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        page = browser.new_page(viewport={"width": 1280, "height": 960})
        page.goto(f"http://127.0.0.1:{server.server_port}/guides/midjourney/devops-engineer/")
        page.wait_for_load_state("networkidle")
        PICTURE.parent.mkdir(exist_ok=True)
        page.screenshot(path=PICTURE)
        sheet = pypdfium2.PdfDocument(page.pdf(format="A4"))[0]
        sheet.render(scale=110 / 72, grayscale=True).to_pil().quantize(16).save(SHEET, optimize=True)
        browser.close()
        server.shutdown()


if __name__ == "__main__":
    main()
