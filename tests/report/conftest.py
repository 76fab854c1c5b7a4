"""What the report's tests share: pages written by the program, and a real browser that opens them."""

import base64
import json
import os
import subprocess
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BUILD = Path(os.environ.get("REGELGRAF_BUILD", ROOT / "build" / "dev"))
PROGRAM = os.environ.get("REGELGRAF", BUILD / "bin" / "regelgraf")
PICTURES = BUILD / "report"

try:
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service
except ImportError:
    webdriver = None


def write_report(model, out, *arguments):
    done = subprocess.run([PROGRAM, "report", str(model), "-o", str(out), *arguments], capture_output=True, timeout=120,
                          env=os.environ | {"LC_ALL": "C.UTF-8"})  # fmt: skip
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")[:2000]
    return out


def write_model(path, *elements, **head):
    head = {"id": "m", "name": {"da": "Prøve", "en": "Trial"}} | head
    path.write_text(json.dumps({"regelgraf": 1, "model": head, "elements": elements}, ensure_ascii=False), encoding="utf-8")
    return path


class Page:
    """A page in the browser: a little of Selenium, and what every test asks of it."""

    def __init__(self, browser):
        self.browser = browser
        self.js = browser.execute_script

    def size(self, width, height):
        self.width = width
        self.browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500})  # fmt: skip

    def scheme(self, name):
        self.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": name}]})

    def open(self, path, fragment="", until="all"):
        """Until the page is whole; `yes`: until search, filters and cards answer."""
        self.browser.get("about:blank")
        self.told()
        self.browser.get(Path(path).resolve().as_uri() + fragment)
        self.until(f"return [{until!r}, 'all'].includes(document.documentElement.dataset.ready)")
        return self

    def until(self, script, seconds=20):
        end = time.monotonic() + seconds
        while not (value := self.js(script)):
            assert time.monotonic() < end, f"never came true: {script}"
            time.sleep(0.02)
        return value

    def told(self):
        """What the console said since last asked."""
        return [line["message"] for line in self.browser.get_log("browser")]

    def requests(self):
        """Addresses that the page asked for since last asked, other than its own file."""
        events = [json.loads(line["message"])["message"] for line in self.browser.get_log("performance")]
        asked = [e["params"]["request"]["url"] for e in events if e["method"] == "Network.requestWillBeSent"]
        return [one for one in asked if not one.startswith(("file:", "about:", "data:", "blob:"))]

    def text(self, selector):
        return self.js("const n = document.querySelector(arguments[0]); return n ? n.textContent : null", selector)

    def texts(self, selector):
        return self.js("return [...document.querySelectorAll(arguments[0])].map((n) => n.textContent)", selector)

    def count(self, selector):
        return self.js("return document.querySelectorAll(arguments[0]).length", selector)

    def click(self, selector, text=""):
        assert self.js("const n = [...document.querySelectorAll(arguments[0])].find((one) => one.textContent.includes(arguments[1]));"
                       "if (n) n.click(); return !!n", selector, text), f"nothing to click: {selector} {text}"  # fmt: skip

    def choose(self, selector, value):
        self.js("const n = document.querySelector(arguments[0]); n.value = arguments[1];"
                "n.dispatchEvent(new Event('input')); n.dispatchEvent(new Event('change'))", selector, value)  # fmt: skip

    def overflow(self):
        """By how much something is wider than the window was made: a phone would make its own wider."""
        return self.js("return document.documentElement.scrollWidth") - self.width

    def picture(self, name):
        PICTURES.mkdir(parents=True, exist_ok=True)
        shot = self.browser.execute_cdp_cmd("Page.captureScreenshot", {"format": "png"})
        (PICTURES / f"{name}.png").write_bytes(base64.b64decode(shot["data"]))


def open_browser():
    if webdriver is None or not Path("/usr/bin/chromium").exists() or not Path("/usr/bin/chromedriver").exists():
        pytest.fail("no browser here (Debian: chromium chromium-driver python3-selenium)")
    options = webdriver.ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    for one in ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--disable-dev-shm-usage",
                "--disable-background-networking", "--window-size=1440,900"):  # fmt: skip
        options.add_argument(one)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    return webdriver.Chrome(service=Service("/usr/bin/chromedriver"), options=options)


@pytest.fixture(scope="session")
def browser():
    driver = open_browser()
    yield driver
    driver.quit()


@pytest.fixture
def page(browser):
    shown = Page(browser)
    shown.size(1440, 900)
    shown.scheme("light")
    return shown


def example_models():
    """Every model among the examples, by the name of its file."""
    found = [path for path in sorted((ROOT / "examples").glob("*/*.json")) if "regelgraf" in json.loads(path.read_text(encoding="utf-8"))]
    models = {path.stem: path for path in found}
    assert {"odder", "soroe"} <= set(models) and len(models) == len(found)
    return models


@pytest.fixture(scope="session")
def reports(tmp_path_factory):
    """The report of every example there is, by name."""
    folder = tmp_path_factory.mktemp("reports")
    return {name: write_report(model, folder / f"{name}.html", "--lang", "da") for name, model in example_models().items()}
