"""The pictures of reports in the README: python3 tests/report/pictures.py writes them into examples/pictures.

To have one more, add it to PICTURES: an example, what of its page is shown, and how large.
"""

import base64
import sys
import tempfile
from pathlib import Path

from conftest import ROOT, Page, open_browser, write_report

OUT = ROOT / "examples" / "pictures"
PICTURES = [
    # file, example, fragment, part of the page, width, height
    ("odder-kort", "odder", "#e=ugenotat", "chain", 1440, 900),
    ("soroe-kaeden", "soroe", "", "chain", 1280, 860),
    ("aalborg-kaeden", "aalborg", "", "chain", 1440, 1200),
    ("gladsaxe-bunker", "gladsaxe", "", "heaps", 1280, 860),
]


def main():
    OUT.mkdir(exist_ok=True)
    browser = open_browser()
    page = Page(browser)
    with tempfile.TemporaryDirectory() as work:
        for file, example, fragment, part, width, height in PICTURES:
            model = ROOT / "examples" / example / f"{example}.json"
            if not model.exists():
                print(f"no {model}: {file}.png is left as it is", file=sys.stderr)
                continue
            page.size(width, height)
            page.scheme("light")
            page.open(write_report(model, Path(work) / "page.html", "--lang", "da"), fragment)
            page.js("document.documentElement.style.scrollBehavior = 'auto'; document.getElementById(arguments[0]).scrollIntoView()", part)
            shot = browser.execute_cdp_cmd("Page.captureScreenshot", {"format": "png", "optimizeForSpeed": False})
            (OUT / f"{file}.png").write_bytes(base64.b64decode(shot["data"]))
            print(file, (OUT / f"{file}.png").stat().st_size)
    browser.quit()


if __name__ == "__main__":
    main()
