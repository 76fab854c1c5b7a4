"""The closed word lists in Danish and English, for pictures and notebooks."""

from __future__ import annotations

from typing import Literal, TypeAlias

Language: TypeAlias = Literal["da", "en"]

_WORDS: dict[str, tuple[str, str]] = {
    # verdicts
    "competent": ("kompetent", "competent"),
    "joint": ("kun sammen", "only together"),
    "conditional": ("kommer an på sagen", "depends on the case"),
    "residual": ("falder tilbage", "falls back"),
    "barred": ("ingen må", "nobody may"),
    "nobody": ("ingen er registreret", "nobody is recorded"),
    # may
    "yes": ("ja", "yes"),
    "no": ("nej", "no"),
    "depends": ("kommer an på sagen", "depends on the case"),
    # how sure a grant's ground is
    "statute": ("ved lov", "by statute"),
    "bylaws": ("ved styrelsesvedtægt", "by the bylaws"),
    "plan": ("efter plan", "by plan"),
    "decision": ("ved beslutning", "by decision"),
    "practice": ("efter praksis", "by practice"),
    # tiers
    "state": ("staten", "state"),
    "council": ("kommunalbestyrelse", "council"),
    "committee": ("politisk udvalg", "committee"),
    "management": ("ledelse", "management"),
    "med": ("MED", "MED"),
    "administration": ("administration", "administration"),
    "workplace": ("arbejdsplads", "workplace"),
    "frontline": ("frontlinje", "frontline"),
    "citizen": ("borgere", "citizens"),
    "partner": ("samarbejdspart", "partner"),
    # effects
    "removed": ("fjernet", "removed"),
    "keep": ("behold", "keep"),
    "unmet_duties": ("pligt ikke opfyldt", "duty unmet"),
    "lapsed": ("uden grundlag", "ground lost"),
    "broken": ("går i stykker", "broken"),
    "redundant": ("overflødig", "redundant"),
    "purposeless": ("uden formål", "purposeless"),
    "weakened": ("svækket", "weakened"),
    # the rest
    "issuing": ("ved udstedelse", "by issuing"),
    "issued": ("har udstedt reglen eller står over udstederen", "issued the rule, or stands above who did"),
    "exceptional": ("undtagelsesvis", "exceptionally"),
    "of": ("af", "of"),
    "and": ("og", "and"),
    "more": ("til", "more"),
    "rows_more": ("rækker til", "more rows"),
    "not_complete": ("ikke alt er set efter", "not everything was looked at"),
    "nothing": ("ingen", "none"),
    "closed": ("lukket", "closed"),
    "in_all": ("i alt", "in all"),
    "passed": ("bestået", "passed"),
    "failed": ("ikke bestået", "failed"),
    "findings": ("fund", "findings"),
    "worksheets": ("arbejdsark", "worksheets"),
    "step": ("trin", "step"),
    "sheet": ("ark", "sheet"),
    "pages": ("sider", "pages"),
    "elements": ("elementer", "elements"),
}


def word(name: str, language: Language) -> str:
    """In the language; a name that has no word here stands for itself."""
    return _WORDS[name][language == "en"] if name in _WORDS else name
