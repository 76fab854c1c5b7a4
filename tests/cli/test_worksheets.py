"""worksheets: what is filled in, what is escaped, and that each sheet prints on the pages it states."""

import os
import re
import shutil
import subprocess

import pytest
from conftest import actor, model_text, rule

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
NEEDS_BROWSER = pytest.mark.skipif(
    not CHROMIUM or not shutil.which("pdfinfo"), reason="no browser to print with: apt install chromium poppler-utils")  # fmt: skip
HOSTILE = "</style></bdi><script>alert(1)</script><img src=x onerror=alert(2)>\u202e\"'& æøå"
AT = ["--unit", "bofaellesskab", "--rule", "ugenotat", "--rule", "afgoerelse-skabelon", "--lang", "da"]


def pages(html):
    return html.count('<section class="page">')


def printed(path, folder):
    target = folder / "sheet.pdf"
    subprocess.run([CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
                    f"--user-data-dir={folder / 'profile'}", f"--print-to-pdf={target}", path.as_uri()],
                   capture_output=True, check=True, timeout=120)  # fmt: skip
    said = subprocess.run(["pdfinfo", target], capture_output=True, check=True, text=True).stdout
    assert "(A4)" in said
    return int(re.search(r"Pages:\s+(\d+)", said)[1])


@pytest.fixture(scope="module")
def sheets(run, odder, tmp_path_factory):
    folder = tmp_path_factory.mktemp("sheets") / "ark"
    done = run("worksheets", odder, *AT, "-o", folder)
    assert done.status == 0
    return {file.name: file.read_text(encoding="utf-8") for file in sorted(folder.iterdir())}


def test_twelve_sheets_two_languages(run, odder, sheets, tmp_path):
    assert len(sheets) == 12 and list(sheets)[0] == "01-dialogkort.html"
    assert run("worksheets", odder, *AT[:-1], "en", "-o", tmp_path / "en").status == 0
    english = sorted(file.name for file in (tmp_path / "en").iterdir())
    assert len(english) == 12 and english[0] == "01-dialogue-cards.html"
    for name in english:
        assert not re.search("[æøåÆØÅ]", re.sub(r"<bdi>.*?</bdi>|<style>.*?</style>", "", (tmp_path / "en" / name).read_text(encoding="utf-8"), flags=re.S)), name


def test_filled_in_as_far_as_the_graph_knows(sheets):
    cards = sheets["01-dialogkort.html"]
    assert "Ugentligt notat for hver borger" in cards and "260–520" in cards
    assert "Lederen af udførerområdet" in cards and "KAN JUSTERES" in cards
    challenge = sheets["04-udfordring.html"]
    assert "Disse pligter opfyldes ikke: Begrundet afgørelse" in challenge
    assert "har ret til: Begrundet afgørelse" in challenge
    solution = sheets["06-loesning.html"]
    assert "drøftes dér før, 14 dage" in solution and "Socialudvalget orienteres efter" in solution
    assert "Opfyldes stadig: Begrundet afgørelse" in sheets["07-vurdering.html"]


def test_one_sheet_about_a_rule_for_each_rule_and_blank_without(run, odder, sheets):
    assert pages(sheets["04-udfordring.html"]) == 2 and pages(sheets["06-loesning.html"]) == 4
    blank = run("worksheets", odder, "--unit", "bofaellesskab", "--step", "4", "--lang", "da").out
    assert pages(blank) == 2 and "Kan fraviges af" in blank


def test_alone_and_without_script(sheets):
    for html in sheets.values():
        policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)[1]
        assert policy.startswith("default-src &#39;none&#39;; style-src &#39;sha256-")
        assert not re.search(r"<script|<link|<img|href=|src=|url\(| style=| on\w+=", html)


def test_equal_requests_give_equal_bytes(run, odder):
    one, other = (run("worksheets", odder, *AT).out for _ in range(2))
    assert one == other


def test_wrong_use(run, odder):
    assert run("worksheets", odder).status == 2
    assert run("worksheets", odder, "--unit", "ugenotat").status == 2
    assert "bofaellesskab" in run("worksheets", odder, "--unit", "bofaelleskab").err
    assert run("worksheets", odder, "--unit", "bofaellesskab", "--rule", "bostoette").status == 2
    assert run("worksheets", odder, "--unit", "bofaellesskab", "--step", "7").status == 2


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    path = tmp_path_factory.mktemp("hostile") / "model.json"
    many = [rule(f"r{n}", name=HOSTILE if n % 2 else "W" * 1_000_000 if n == 0 else "Langt navn " * 40,
                 binds=["sted"], issuer=["leder"], needs=["r1"] if n != 1 else [],
                 burden={"minutes": 10, "times_per_year": 100 + n, "people": 20}) for n in range(60)]  # fmt: skip
    duties = [{"id": f"d{n}", "kind": "duty", "name": HOSTILE * 3, "needs": ["r1"], "owed_to": ["borger"]} for n in range(20)]
    path.write_text(model_text(
        actor("sted", form="unit", tier="workplace", leader="leder", name=HOSTILE * 5),
        actor("leder", name="Leder " + "X" * 5000), actor("borger", tier="citizen", name=HOSTILE),
        {"id": "med", "kind": "involvement", "body": "borger", "how": "consult", "powers": ["repeal", "amend"],
         "over": [{"instrument": "procedure"}], "days": 14},
        *many, *duties), encoding="utf-8")  # fmt: skip
    return path


HOSTILE_AT = ["--unit", "sted", "--rule", "r1", "--rule", "r0", "--rule", "r2"]


def test_hostile_names_are_text(run, hostile):
    html = run("worksheets", hostile, *HOSTILE_AT).out
    assert "<script" not in html and "<img" not in html and "\u202e" not in html
    assert "&lt;script&gt;" in html and len(html) < 400_000


@NEEDS_BROWSER
@pytest.mark.plain
@pytest.mark.parametrize("of", ["odder", "hostile", "english"])
def test_prints_on_the_stated_pages(run, odder, hostile, tmp_path, of):
    path = tmp_path / "sheets.html"
    model, at = {"odder": (odder, AT), "hostile": (hostile, HOSTILE_AT),
                 "english": (odder, AT[:-1] + ["en"])}[of]  # fmt: skip
    assert run("worksheets", model, *at, "-o", path).status == 0
    assert printed(path, tmp_path) == pages(path.read_text(encoding="utf-8"))


def overflowing(driver, path):
    """Pages whose content is higher than the page; texts wider than their place."""
    driver.get(path.as_uri())
    return driver.execute_script("""
      const bad = [];
      document.querySelectorAll('.page').forEach((page, n) => {
        const body = page.querySelector('.body');
        if (body.scrollHeight > body.clientHeight + 1) bad.push([n + 1, 'body', body.scrollHeight - body.clientHeight]);
        if (page.scrollHeight > page.clientHeight + 1) bad.push([n + 1, 'page']);
        page.querySelectorAll('.card, td, th, h1, .about, .more').forEach(one => {
          if (one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1)
            bad.push([n + 1, one.className || one.tagName, one.textContent.slice(0, 40)]);
        });
      });
      return bad;
    """)


@NEEDS_BROWSER
@pytest.mark.plain
def test_no_text_is_cut(run, odder, hostile, tmp_path):
    selenium = pytest.importorskip("selenium.webdriver")
    options = selenium.ChromeOptions()
    options.binary_location = CHROMIUM
    for one in ("--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1200,1600", f"--user-data-dir={tmp_path / 'p'}"):
        options.add_argument(one)
    from selenium.webdriver.chrome.service import Service

    driver = selenium.Chrome(options=options, service=Service(os.environ.get("CHROMEDRIVER", "/usr/bin/chromedriver")))
    try:
        for name, model, at in (("odder", odder, AT), ("english", odder, AT[:-1] + ["en"]), ("hostile", hostile, HOSTILE_AT),
                                ("blank", odder, ["--unit", "bofaellesskab", "--lang", "da"])):  # fmt: skip
            path = tmp_path / f"{name}.html"
            assert run("worksheets", model, *at, "-o", path).status == 0
            assert overflowing(driver, path) == [], name
    finally:
        driver.quit()
