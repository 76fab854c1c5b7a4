"""How answers show in a notebook: well-formed, escaped, alone."""

import json
import re
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest
import regelgraf
from conftest import ROOT
from regelgraf import Model

HOSTILE = "</text><script>alert('1')</script><img src=x onerror=\"alert(2)\">&amp;\u202e æøå"
MODEL = {"id": "m", "name": HOSTILE, "facts": []}
ELEMENTS = [
    {"id": "råd", "kind": "actor", "tier": "council", "form": "body", "name": HOSTILE},
    {"id": HOSTILE[:40], "kind": "actor", "tier": "management", "form": "post", "part_of": "råd", "name": HOSTILE},
    {"id": "lov", "kind": "rule", "instrument": "act", "name": HOSTILE},
    {"id": "<b>sag", "kind": "matter", "name": HOSTILE},
    {"id": "<i>regel", "kind": "rule", "instrument": "procedure", "basis": ["lov"], "issuer": [HOSTILE[:40]], "name": HOSTILE,
     "burden": {"minutes": 10, "times_per_year": 5}},
    {"id": "<u>pligt", "kind": "duty", "needs": ["<i>regel"], "name": HOSTILE},
    {"id": "<g>", "kind": "grant", "by": "statute", "to": ["råd"], "powers": ["decide"], "over": ["<b>sag"], "basis": ["lov"],
     "name": HOSTILE, "redelegable": True},
    {"id": "<h>", "kind": "grant", "by": "plan", "to": [HOSTILE[:40]], "from": "<g>", "powers": ["decide"], "over": ["<b>sag"],
     "conditions": [{"judgement": {"da": HOSTILE}, "must_be": True}]},
]  # fmt: skip

VOID = {"br", "hr", "img", "meta"}


class Seen(HTMLParser):
    """Tags, attributes and text; that every tag is closed."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.attributes, self.words, self.open = set(), set(), [], []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attributes)
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attributes)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)


HTML_TAGS = {"div", "p", "b", "i", "table", "tr", "th", "td", "ul", "li", "pre", "code", "bdi", "svg", "title", "rect", "text", "path"}


@pytest.fixture(scope="module")
def hostile():
    with Model.from_text(json.dumps({"regelgraf": 1, "model": MODEL, "elements": ELEMENTS})) as model:
        yield model


def shown(model):
    """One of each answer."""
    actor, matter, rule = HOSTILE[:40], "<b>sag", "<i>regel"
    with Model.from_text('{"regelgraf": 1, "model": {"id": "<i>tom"}}') as empty:
        diff = model.diff(empty)
    plan, found = Model.from_plan("nr;emne;Byråd\n1;<script>x</script>;\n", "x")
    plan.close()
    ask = {"ask": "who_decides", "power": "decide", "target": matter}
    return [
        model, model.who_decides("decide", matter), model.may(actor, "decide", matter), model.may("råd", "repeal", rule),
        model.journal_note("decide", matter), model.what_breaks("lov"), model.what_if([rule]), model.cuts("<u>pligt"),
        model.removal_plan(rule), model.why(rule), diff, model.burden("issuer"), model.check(), model.rank(),
        model.what_may("råd"), model.what_may(actor, powers=["decide"]), found,
        model.test({"cases": [{"name": "<script>", "ask": ask, "expect": {"verdict": "<script>"}}]}),
    ]  # fmt: skip


def test_a_hostile_name_is_text_everywhere(hostile):
    for one in shown(hostile):
        html = one._repr_html_()
        seen = Seen(html)
        assert seen.tags <= HTML_TAGS, (type(one).__name__, seen.tags - HTML_TAGS)
        assert not any(name.startswith("on") or name in ("href", "src") for name in seen.attributes)
        assert "<script" not in html and "<img" not in html and "\u202e" not in html
        if type(one).__name__ not in ("Model", "Ranking", "Burden", "PlanFindings", "PlanTestReport", "Why", "WhatMay", "May"):
            assert any("<script>alert('1')</script>" in words for words in seen.words), type(one).__name__


def test_every_answer_shows_its_own_form(hostile):
    titles = [re.search(r"<p><b>(.*?)</b></p>", one._repr_html_())[1] for one in shown(hostile)]
    assert not any("object at" in title or title == type(one).__name__ for one, title in zip(shown(hostile), titles))


@pytest.mark.parametrize("language", ["da", "en"])
def test_pictures_are_alone_and_well_formed(hostile, language):
    pictures = [hostile.who_decides("decide", "<b>sag").to_svg(hostile, language=language),
                hostile.what_breaks("lov").to_svg(hostile, language=language),
                hostile.who_decides("decide", "<b>sag")._repr_svg_(), hostile.what_breaks("lov")._repr_svg_()]  # fmt: skip
    for picture in pictures:
        root = ElementTree.fromstring(picture)
        assert root.tag == "{http://www.w3.org/2000/svg}svg" and float(root.get("width")) > 100
        tags = {one.tag.rpartition("}")[2] for one in root.iter()}
        assert tags == {"svg", "title", "rect", "text", "path"}
        assert not re.search(r"href|url\(|@import|<style|\bon\w+=", re.sub(r"<(text|title)\b.*?</\1>", "", picture, flags=re.S))
        assert "id=" not in re.sub(r">[^<]*<", "><", picture)  # two in one page do not meet
    named = " ".join(ElementTree.fromstring(pictures[0]).itertext())
    assert HOSTILE.replace("\u202e", "\ufffd") in named  # whole, in a title where the box is too small
    assert ("by statute" if language == "en" else "ved lov") in named


def test_the_pictures_show_the_answers(odder):
    decision = odder.who_decides("repeal", "ugenotat")
    chain = list(ElementTree.fromstring(decision._repr_svg_()).itertext())
    rows = [chain.index(f"{number}.") for number in range(1, 8)]
    assert rows == sorted(rows)
    second = chain[rows[1] : rows[2]]
    assert [one for one in second if one in ("dk:root", "g-udvalg", "g-socialchef-regler", "socialchef")] == [
        "dk:root", "g-udvalg", "g-socialchef-regler", "socialchef"]  # fmt: skip
    fallen = set(ElementTree.fromstring(odder.what_breaks("dk:ksl-2")._repr_svg_()).itertext())
    breaks = odder.what_breaks("dk:ksl-2")
    assert {*breaks.removed, *breaks.unmet_duties, *breaks.lapsed, *breaks.broken} <= fallen
    assert "2 pligt ikke opfyldt" in fallen


def test_by_name_where_the_model_is_given(odder):
    picture = odder.who_decides("repeal", "ugenotat").to_svg(odder)
    assert "Lederen af udførerområdet" in picture and "leder-udfoerer" not in picture
    assert "The head of the provider area" in odder.who_decides("repeal", "ugenotat").to_svg(odder, language="en")
    for answer in (odder.who_decides("repeal", "ugenotat"), odder.what_breaks("ugenotat")):
        with pytest.raises(regelgraf.InvalidQuestion):
            answer.to_svg(language="de")


def test_no_picture_where_there_is_nothing_to_draw(small):
    nobody = small.who_decides("repeal", "sag")
    assert nobody.options == () and nobody._repr_svg_() is None and "<svg" not in nobody._repr_html_()
    assert small.what_breaks("pligt")._repr_svg_() is None
    assert "<svg" not in small.what_breaks("pligt")._repr_html_()


def test_long_and_deep_answers_are_cut_and_say_so():
    elements = [{"id": f"r{i:04}", "kind": "rule", "instrument": "practice", "needs": [f"r{i - 1:04}"] if i else []}
                for i in range(400)]  # fmt: skip
    with Model.from_text(json.dumps({"regelgraf": 1, "model": {"id": "m"}, "elements": elements})) as model:
        picture = model.what_breaks("r0000")._repr_svg_()
        boxes = picture.count('rx="5"')
        assert boxes == 60 and f"… {400 - 60} til" in picture
        assert "… 2 rækker til" in model.rank(among=[f"r{i:04}" for i in range(373, 400)])._repr_html_()


def test_what_xml_cannot_hold_is_replaced():
    from regelgraf.pictures import escaped

    assert escaped("a\x00\x0b\ud800\ufffe<") == "a\ufffd\ufffd\ufffd\ufffd&lt;"


def test_a_name_cannot_turn_the_sentence_around_it():
    from regelgraf.pictures import escaped

    assert escaped("nej \u202eaj\u2069") == "nej \ufffdaj\ufffd"
    assert escaped("Ærø, Ålborg, שלום") == "Ærø, Ålborg, שלום"


def test_a_closed_model_says_so():
    model = Model.open(ROOT / "examples/odder/odder.json")
    assert "".join(Seen(model._repr_html_()).words) == f"odder: 401 elementer{model.digest}"
    model.close()
    assert "lukket" in model._repr_html_()
