"""axe-core, pinned, finds nothing serious, in light and in dark, with and without a card."""

import json
import shutil
import subprocess

import pytest
from conftest import BUILD

AXE = "4.10.3"


@pytest.fixture(scope="session")
def axe():
    folder = BUILD / "axe"
    script = folder / "node_modules" / "axe-core" / "axe.min.js"
    found = json.loads((script.parent / "package.json").read_text())["version"] if script.exists() else ""
    if found != AXE:
        if not shutil.which("npm"):
            pytest.skip("ACCESSIBILITY IS NOT CHECKED: no npm here to fetch axe-core")
        done = subprocess.run(["npm", "install", "--prefix", folder, "--no-audit", "--no-fund", "--ignore-scripts", f"axe-core@{AXE}"],
                              capture_output=True, timeout=60)  # fmt: skip
        if done.returncode != 0:
            pytest.skip("ACCESSIBILITY IS NOT CHECKED: npm could not fetch axe-core")
    return script.read_text(encoding="utf-8")


PHONE, DESK = (360, 740), (1440, 900)


@pytest.mark.parametrize(("scheme", "fragment", "size"), [
    ("light", "", DESK), ("dark", "", PHONE), ("light", "#e=ugenotat", PHONE), ("dark", "#e=ugenotat", DESK)],
    ids=["light-page-desk", "dark-page-phone", "light-card-phone", "dark-card-desk"])  # fmt: skip
def test_axe_finds_nothing_serious(page, reports, axe, scheme, fragment, size):
    page.size(*size)
    page.scheme(scheme)
    page.open(reports["odder"], fragment)
    page.js("document.querySelectorAll('#alarms details').forEach((d) => { d.open = true; })")
    # By the debugger's own way in: the page's policy lets no other script run.
    page.browser.execute_cdp_cmd("Runtime.evaluate", {"expression": axe})
    answer = page.browser.execute_cdp_cmd("Runtime.evaluate", {
        "expression": "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})"
                      ".then((r) => JSON.stringify(r.violations.map((v) => [v.impact, v.id, v.help, v.nodes.slice(0, 3).map((n) => [n.html.slice(0, 200), n.failureSummary])])))",
        "awaitPromise": True, "returnByValue": True})  # fmt: skip
    violations = json.loads(answer["result"]["value"])
    page.picture(f"odder-{scheme}-{'card' if fragment else 'page'}-{size[0]}")
    assert [one for one in violations if one[0] in ("serious", "critical")] == []
