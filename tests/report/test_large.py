"""A model of ten thousand elements: the page is written and usable. The figures are printed, and not held to a clock."""

import os
import random
import time

from conftest import write_model, write_report

MANY = 10_000 if os.environ.get("RG_TEST_LONG") else 3_000

# When what follows the page's word that it answers is on the screen. The driver's own asking would come late.
WATCH = """new MutationObserver((seen, watch) => {
  if (!document.documentElement.dataset.ready) return;
  watch.disconnect();
  const drawn = new MessageChannel();
  drawn.port1.onmessage = () => { window.usable = performance.now(); };
  requestAnimationFrame(() => drawn.port2.postMessage(0));
}).observe(document, { subtree: true, attributeFilter: ['data-ready'] })"""


def large_model(path, many):
    """A municipality: a state, a council, four hundred units; acts, local rules in chains below them, duties, tasks, grants."""
    random.seed(7)
    actors = [("folketing", "state", "body", None), ("raad", "council", "body", None)]
    actors += [(f"udvalg-{i}", "committee", "body", "raad") for i in range(8)]
    actors += [(f"chef-{i}", "management", "post", f"udvalg-{i % 8}") for i in range(30)]
    actors += [(f"enhed-{i}", "workplace", "unit", f"chef-{i % 30}") for i in range(max(60, many // 25))]
    elements = [{"id": i, "kind": "actor", "tier": t, "form": f, "name": f"Aktør {i}", **({"part_of": up} if up else {})} for i, t, f, up in actors]
    units = [i for i, t, *_ in actors if t == "workplace"]
    makers = [i for i, t, *_ in actors if t in ("management", "workplace", "committee", "council")]
    acts = [f"lov-{i}" for i in range(many // 50)]
    elements += [{"id": i, "kind": "rule", "instrument": "act", "issuer": ["folketing"], "name": f"Lov nr. {i}"} for i in acts]
    elements += [{"id": f"g-{m}", "kind": "grant", "to": [m], "powers": ["repeal", "amend"], "over": [f"emne-{k % 40}"], "name": f"Beføjelse til {m}"}
                 for k, m in enumerate(makers[:200])]  # fmt: skip
    elements += [{"id": f"emne-{i}", "kind": "matter", "name": f"Emne {i}"} for i in range(40)]
    rules = []
    for n in range(many - len(elements) - many // 10):
        basis = random.choice(rules[-400:] + acts) if rules else acts[0]
        elements.append({
            "id": f"regel-{n}", "kind": "rule", "instrument": random.choice(["procedure", "documentation_requirement", "instruction", "policy", "practice"]),
            "name": f"{random.choice(['Ugentligt', 'Dagligt', 'Årligt'])} {random.choice(['notat', 'skema', 'møde', 'tilsyn'])} nr. {n}", "issuer": [random.choice(makers)],
            "binds": random.sample(units, 2), "basis": [basis], "concerns": [f"emne-{n % 40}"],
            "burden": {"minutes": [random.randint(2, 10), random.randint(10, 40)], "times_per_year": random.randint(1, 52), "people": random.randint(1, 30)}})  # fmt: skip
        rules.append(f"regel-{n}")
    elements += [{"id": f"pligt-{i}", "kind": "duty", "basis": [random.choice(acts)], "needs": [random.choice(rules)], "name": f"Pligt {i}"} for i in range(many // 10)]
    return write_model(path, *elements), len(elements)


def test_a_large_model_is_written_and_usable(tmp_path, page, capsys):
    model, many = large_model(tmp_path / "large.json", MANY)
    begun = time.monotonic()
    path = write_report(model, tmp_path / "large.html", "--lang", "da")
    written = time.monotonic() - begun
    # The browser is up already, as with whoever is sent the page: its own start is not the page's.
    other = tmp_path / "other.html"
    other.write_text("<!doctype html><html data-ready=all><p>Another page</p></html>", encoding="utf-8")
    page.open(other)
    time.sleep(1)
    watch = page.browser.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": WATCH})
    page.open(path)
    page.browser.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", watch)
    usable = page.js("return window.usable")
    assert usable > 0
    begun = time.monotonic()
    page.choose("#search", "ugentlige skemaer")
    page.until("return location.hash.includes('q=')")
    searched = time.monotonic() - begun
    begun = time.monotonic()
    page.js("location.hash = 'e=regel-100'")
    page.until("return document.getElementById('card').open")
    opened = time.monotonic() - begun
    with capsys.disabled():
        print(f"\nreport of {many} elements: written in {written:.2f} s, {path.stat().st_size / 1e6:.1f} MB; usable after {usable / 1000:.2f} s, "
              f"search {searched:.2f} s, card {opened:.2f} s")  # fmt: skip
    assert page.told() == []
    assert "Ugentligt skema" in page.text("#rules .row-name")
    assert page.count("#page *") < 30_000
    assert page.overflow() <= 0
