"""Pictures of answers: SVG that stands alone, without scripts, fonts or anything fetched."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from .errors import InvalidQuestion
from .words import Language, word

if TYPE_CHECKING:
    from .answers import Breaks, Decision, Option
    from .model import Model

#: What to call an element in the picture.
Naming: TypeAlias = Callable[[str], str]

_MOST_OPTIONS = 8
_MOST_NODES = 60
_LONGEST = 52  # letters in a line; a title holds the whole text

_LINE, _PAD, _GAP, _STEP = 16, 9, 12, 40  # px: a line of text, within a box, between rows, between columns
_FAMILY = "font-family:system-ui,-apple-system,'Segoe UI','DejaVu Sans',sans-serif"
_WIDE = 7.5  # px a letter of 12 px may take; DejaVu Sans is the widest of them


class _Paint(NamedTuple):
    fill: str
    edge: str
    text: str


_PLAIN = _Paint("#f4f6f8", "#8a97a5", "#1c2733")
_HOLDER = _Paint("#e3f1e6", "#2f7d43", "#163d20")
_BY_EFFECT = {
    "removed": _Paint("#31404f", "#31404f", "#ffffff"),
    "unmet_duties": _Paint("#c62828", "#8e1b1b", "#ffffff"),
    "lapsed": _Paint("#fbe1df", "#c0392b", "#5c1a13"),
    "broken": _Paint("#fdeadb", "#c9631a", "#5e2c08"),
    "redundant": _Paint("#e6effa", "#3f72af", "#173253"),
    "purposeless": _Paint("#eee8f7", "#7656a8", "#372258"),
    "weakened": _Paint("#fdf6d8", "#b08d12", "#4d3d05"),
}
_DOWNWARD = ("lapsed", "broken", "redundant", "purposeless", "weakened")  # the lists with derivations


def naming(model: Model | None, language: Language) -> Naming:
    """By id, or by the model's names."""
    if language not in ("da", "en"):
        raise InvalidQuestion("expected `da` or `en`", "language")
    if model is None:
        return str
    asked = model
    return lambda id: asked._name(id, language)


# What XML cannot hold, and what turns the direction of writing, with which a name could rewrite what
# stands around it.
_UNSHOWN = re.compile(
    "[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u202a-\u202e\u2066-\u2069]"
)


def escaped(text: str) -> str:
    """Text as HTML and XML have it; what must not be shown becomes U+FFFD."""
    return html.escape(_UNSHOWN.sub("\ufffd", text))


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


class _Box(NamedTuple):
    lines: tuple[str, ...]
    paint: _Paint
    dashed: bool = False

    @property
    def width(self) -> float:
        letters = max(len(_short(line)) * (1.07 if at == 0 else 0.84) for at, line in enumerate(self.lines))
        return round(letters * _WIDE + 2 * _PAD)

    @property
    def height(self) -> float:
        return len(self.lines) * _LINE + 2 * _PAD - 4


class _Drawing:
    """Boxes, arrows and text, put together to one SVG."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._width = self._height = 0.0

    def _reach(self, x: float, y: float) -> None:
        self._width, self._height = max(self._width, x), max(self._height, y)

    def text(self, x: float, y: float, text: str, *, size: int = 12, fill: str = "#5a6775", bold: bool = False) -> None:
        shown = _short(text)
        title = f"<title>{escaped(text)}</title>" if shown != text else ""
        weight = ' font-weight="600"' if bold else ""
        self._parts.append(
            f'<text x="{x:g}" y="{y:g}" font-size="{size}" fill="{fill}"{weight}>{title}{escaped(shown)}</text>'
        )
        self._reach(x + len(shown) * _WIDE * size / 12, y + 6)

    def box(self, x: float, y: float, box: _Box) -> None:
        dash = ' stroke-dasharray="5 3"' if box.dashed else ""
        self._parts.append(
            f'<rect x="{x:g}" y="{y:g}" width="{box.width:g}" height="{box.height:g}" rx="5" '
            f'fill="{box.paint.fill}" stroke="{box.paint.edge}"{dash}/>'
        )
        for at, line in enumerate(box.lines):
            size = 12 if at == 0 else 10
            self.text(x + _PAD, y + _PAD + 9 + at * _LINE, line, size=size, fill=box.paint.text, bold=at == 0)
        self._reach(x + box.width, y + box.height)

    def arrow(self, x: float, y: float, to_x: float, to_y: float) -> None:
        middle = x + 14
        self._parts.append(
            f'<path d="M{x:g} {y:g}H{middle:g}V{to_y:g}H{to_x - 5:g}" fill="none" stroke="#8a97a5"/>'
            f'<path d="M{to_x:g} {to_y:g}l-7 -3.5v7z" fill="#8a97a5"/>'
        )

    def swatch(self, x: float, y: float, paint: _Paint) -> None:
        self._parts.append(
            f'<rect x="{x:g}" y="{y:g}" width="10" height="10" rx="2" fill="{paint.fill}" stroke="{paint.edge}"/>'
        )

    def svg(self, label: str) -> str:
        width, height = self._width + _GAP, self._height + _GAP
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}" height="{height:g}" '
            f'viewBox="0 0 {width:g} {height:g}" role="img" style="{html.escape(_FAMILY)}">'
            f'<title>{escaped(label)}</title><rect width="100%" height="100%" fill="#ffffff"/>'
            f'{"".join(self._parts)}</svg>'
        )


def _listed(names: Iterable[str], language: Language) -> str:
    *first, last = names
    return f"{', '.join(first)} {word('and', language)} {last}" if first else last


def _holder(option: Option, naming: Naming, language: Language) -> _Box:
    names = [naming(id) for id in option.holders] or [word("nothing", language)]
    below = [word(option.tier, language)]
    if option.jointly > 1:
        below.append(f"{option.jointly} {word('of', language)} {len(option.holders)} · {word('joint', language)}")
    if option.exceptional:
        below.append(word("exceptional", language))
    if option.depends_on:
        below.append(word("depends", language))
    return _Box((_listed(names, language), " · ".join(below)), _HOLDER, dashed=bool(option.depends_on))


def chain_of_authority(decision: Decision, naming: Naming, language: Language) -> str | None:
    """Each way to decide as a row: the grants from the root, then who decides. None: there is no way."""
    said = decision.to_dict()["options"]
    if not said:
        return None
    drawing = _Drawing()
    y = float(_GAP)
    for number, (option, detail) in enumerate(zip(decision.options[:_MOST_OPTIONS], said), start=1):
        boxes = [
            _Box((naming(link["grant"]), " · ".join([word(link["by"], language), *map(naming, link["basis"])])), _PLAIN)
            for link in detail["chain"]
        ]
        if option.implied:
            boxes.append(_Box((word("issuing", language), word("issued", language)), _PLAIN))
        boxes.append(_holder(option, naming, language))
        height = boxes[0].height
        drawing.text(_GAP, y + height / 2 + 4, f"{number}.", bold=True)
        x = _GAP + 24.0
        for at, box in enumerate(boxes):
            if at:
                drawing.arrow(x - _STEP, y + height / 2, x, y + height / 2)
            drawing.box(x, y, box)
            x += box.width + _STEP
        y += height + _GAP
    if (left := len(said) - _MOST_OPTIONS) > 0:
        drawing.text(_GAP + 24, y + 10, f"… {left} {word('more', language)}")
    return drawing.svg(getattr(decision.text, language))


def effect_of(breaks: Breaks) -> dict[str, str]:
    """What became of each element that has a derivation, the gravest if several."""
    found: dict[str, str] = dict.fromkeys(breaks.removed, "removed")
    for effect in ("unmet_duties", *_DOWNWARD):
        for id in getattr(breaks, effect):
            if id in breaks.through:
                found.setdefault(id, effect)
    return found


def derivations(breaks: Breaks) -> list[tuple[str, str]]:
    """The steps of the shortest ways down from what was removed, as (from, to), each once, in the order
    of the answer."""
    steps: dict[tuple[str, str], None] = {}
    for id in effect_of(breaks):
        way = breaks.through.get(id, ())
        last, new = id, []
        for before in reversed(way[:-1] if way and way[-1] == id else way):
            if (before, last) in steps:  # and all above it
                break
            new.append((before, last))
            last = before
        steps.update(dict.fromkeys(reversed(new)))
    return list(steps)


def what_falls(breaks: Breaks, naming: Naming, language: Language) -> str | None:
    """What falls, each under what it fell with, from left to right. None: nothing does."""
    effects = effect_of(breaks)
    above: dict[str, str] = {}
    for source, target in derivations(breaks):
        above.setdefault(target, source)
    if not above:
        return None
    children: dict[str, list[str]] = {}
    for target, source in above.items():
        children.setdefault(source, []).append(target)
    roots = [id for id in breaks.removed if id in children and id not in above]

    # Those nearest to what was removed are drawn, the rest are counted.
    shown: dict[str, int] = {}
    level = roots
    for depth in range(len(above) + 1):
        for id in level:
            if len(shown) < _MOST_NODES:
                shown.setdefault(id, depth)
        level = [child for id in level for child in children.get(id, ()) if child not in shown]
        if not level or len(shown) >= _MOST_NODES:
            break

    def box(id: str) -> _Box:
        effect = effects.get(id, "")
        return _Box((naming(id), word(effect, language) if effect else "…"), _BY_EFFECT.get(effect, _PLAIN))

    boxes = {id: box(id) for id in shown}
    widths: dict[int, float] = {}
    for id, depth in shown.items():
        widths[depth] = max(widths.get(depth, 0), boxes[id].width)
    left = [float(_GAP)]
    for depth in range(len(widths)):
        left.append(left[-1] + widths[depth] + _STEP)

    drawing = _Drawing()
    y = float(_GAP)
    at: dict[str, float] = {}
    stack = list(reversed(roots))
    order: list[str] = []
    while stack:  # a child stands on its parent's row, or below its elder's last descendant
        id = stack.pop()
        order.append(id)
        stack.extend(child for child in reversed(children.get(id, ())) if child in shown)
    for place, id in enumerate(order):
        if place and shown[id] <= shown[order[place - 1]]:
            y += boxes[id].height + _GAP
        at[id] = y
    for id in order:
        if id in above and above[id] in at:
            source = above[id]
            middle = boxes[id].height / 2
            drawing.arrow(left[shown[source]] + boxes[source].width, at[source] + middle, left[shown[id]], at[id] + middle)
    for id in order:
        drawing.box(left[shown[id]], at[id], boxes[id])
    y += boxes[order[-1]].height + 2 * _GAP
    counts = {effect: sum(one == effect for one in effects.values()) for effect in _BY_EFFECT}
    x = float(_GAP)
    for effect, count in counts.items():
        if count:
            label = f"{count} {word(effect, language)}"
            drawing.swatch(x, y - 9, _BY_EFFECT[effect])
            drawing.text(x + 15, y, label, size=10)
            x += 15 + len(label) * 6.6 + 14
    if (hidden := len(above) + len(roots) - len(shown)) > 0:
        drawing.text(x, y, f"… {hidden} {word('more', language)}", size=10)
    return drawing.svg(getattr(breaks.text, language))
