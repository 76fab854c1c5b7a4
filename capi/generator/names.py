"""C's names in the case of other languages."""

from __future__ import annotations

import re


def pascal(name: str) -> str:
    """`rg_plan_options` and `PLAN_OPTIONS` as `PlanOptions`."""
    return "".join(word.capitalize() for word in name.removeprefix("rg_").split("_"))


def plain(text: str) -> str:
    """Documentation without Doxygen's commands."""
    return re.sub(r"@p (\w+)", r"`\1`", text).replace("\n", " ")
