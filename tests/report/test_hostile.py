"""A model that means harm: whatever it says is shown as text, and nothing of it runs."""

import json

import pytest
from conftest import write_model, write_report

TURNED = "\u202egnp.exe\u202c \u2066inner\u2069"
NASTY = [
    "</script><script>window.hit=1;alert(1)</script>",
    "</style><style>*{display:none}</style><img src=x onerror=\"window.hit=1\">",
    "--></title><svg onload=window.hit=1><!--",
    "{{js}}{{css}}{{data}}{{engine}}",
    "javascript:window.hit=1//\" onmouseover=\"window.hit=1",
    "background:url(https://example.org/x);} body{display:none",
    "\\u003c/script>\\\" ' `${window.hit=1}` <!--<script>",
    TURNED,
]


def hostile_model(path):
    text = iter(range(10**6))

    def nasty():
        i = next(text)
        return f"{NASTY[i % len(NASTY)]} {i}"

    long = "Ø" * 1_000_000 + "<b>end</b>"
    ids = [f"{one}-{i}"[:190] for i, one in enumerate(NASTY)]
    shared = lambda: {"name": {"da": nasty(), "en": nasty()}, "note": nasty(), "tags": [nasty()],  # noqa: E731
                      "source": {"text": nasty(), "uri": "javascript:window.hit=1", "eli": nasty(), "edition": nasty(), "paragraph": nasty()},
                      "examined": {"on": "2026-01-01", "by": nasty()}}  # fmt: skip
    elements = [
        {"id": "a", "kind": "actor", "tier": "workplace", "form": "unit", **shared()},
        {"id": ids[0], "kind": "actor", "tier": "management", "form": "post", **shared()},
        {"id": "m", "kind": "matter", "code": "27.1", **shared()},
        *({"id": one, "kind": "rule", "instrument": "procedure", "issuer": [ids[0]], "binds": ["a"], "concerns": ["m"], "serves": ["goal"],
           "claims": {"issuer": "a", "hours": [1, 2]}, "burden": {"minutes": [5, 9], "times_per_year": 99, "from": nasty()}, **shared()} for one in ids[1:]),
        {"id": "long", "kind": "rule", "instrument": "practice", "name": long, "note": long, "tags": [long], "source": {"text": long, "uri": long}, "issuer": ["a"]},
        {"id": "goal", "kind": "goal", **shared()},
        {"id": "task", "kind": "task", "performed_by": ["a"], "needs": [ids[1]], **shared()},
        {"id": "duty", "kind": "duty", "needs": [ids[2]], "owed_to": ["a"], **shared()},
        {"id": "g", "kind": "grant", "to": [ids[0]], "powers": [nasty()[:60], "repeal"], "over": [ids[1], {"matter": "m"}],
         "conditions": [{"judgement": {"da": nasty(), "en": nasty()}, "must_be": True}], **shared()},
        {"id": "i", "kind": "involvement", "body": "a", "how": "consult", "timing": "before", "powers": ["repeal"], "over": ["*"], "days": 3, **shared()},
        {"id": "b", "kind": "bar", "powers": ["waive"], "over": ["*"], "only": ["a"], **shared()},
    ]  # fmt: skip
    return write_model(path, *elements, name={"da": long[:5000] + NASTY[0], "en": NASTY[1]}), ids


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hostile")
    model, ids = hostile_model(folder / "hostile.json")
    review = folder / "review.json"
    review.write_text(json.dumps({
        "qualification": [{"rule": ids[1], "heap": NASTY[0]}],
        "dispositions": [{"rule": ids[1], "what": NASTY[0], "on": NASTY[1], "note": NASTY[2], "decided_by": ["a"]}]}))  # fmt: skip
    return write_report(model, folder / "hostile.html", "--lang", "da", "--review", str(review)), ids


def every_part(page, ids):
    """Opens whatever can be opened."""
    page.js("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    for one in [*ids, "long", "a", "m", "g", "i", "b", "duty", "task", "goal"]:
        page.js("location.hash = 'e=' + encodeURIComponent(arguments[0])", one)
        page.until("return document.getElementById('card').open")
        page.js("document.querySelectorAll('#card details').forEach((d) => { d.open = true; })")
        assert page.js("return window.hit") is None
        page.click("#card .close")
    page.js("document.querySelectorAll('.chip').forEach((c) => c.focus())")
    for word in NASTY:
        page.choose("#search", word)


def test_nothing_runs_and_nothing_is_asked_for(page, hostile):
    path, ids = hostile
    page.requests()
    page.open(path)
    every_part(page, ids)
    assert page.js("return window.hit") is None
    assert page.told() == []
    assert page.requests() == []
    allowed = {"script": 4, "style": 1, "meta": 6, "title": 1, "noscript": 1}
    for tag, most in allowed.items():
        assert page.count(tag) <= most, tag
    for tag in ("img", "iframe", "object", "embed", "link", "base", "b", "video", "form[action]", "[onerror]", "[onload]", "[onmouseover]", "[style*=url]"):
        assert page.count(tag) == 0, tag
    assert page.js("return [...document.querySelectorAll('a')].filter((a) => !/^(#|https?:)/.test(a.getAttribute('href'))).length") == 0


def test_what_it_says_is_shown_as_text(page, hostile):
    path, ids = hostile
    page.open(path)
    page.choose("#search", "onerror")
    page.until("return location.hash.includes('q=')")
    assert "</style><style>*{display:none}</style><img src=x" in page.text("#rules .row-name")
    assert "<script>" not in page.js("return document.querySelector('main').innerHTML")


def test_marks_that_turn_text_are_shown_and_not_obeyed(page, hostile):
    path, ids = hostile
    page.open(path)
    assert not any(mark in page.text("body > #page") for mark in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    assert "⟨U+202E⟩gnp.exe⟨U+202C⟩" in page.text("#page")
    title = page.js("return document.title")
    assert len(title) < 300


def test_a_name_of_a_million_letters_is_cut_and_can_be_seen_whole(page, hostile):
    path, ids = hostile
    page.open(path, "#e=long")
    assert len(page.text("#card-title")) < 200 and page.text("#card-title").endswith("…")
    assert len(page.text("#card .card-head")) < 1000
    page.js("document.querySelector('#card .card-head details').open = true")
    page.until("return document.querySelector('#card .card-head .whole').textContent.length > 1000000")
    assert page.overflow() <= 0
    page.size(360, 740)
    assert page.overflow() <= 0
    page.picture("hostile-phone-card")
    page.click("#card .close")
    assert page.overflow() <= 0
