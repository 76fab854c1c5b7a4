"""Who may repeal a rule, and what breaks if it goes?   ask.py MODEL RULE"""

import sys

import regelgraf


def who_may_repeal(model: regelgraf.Model, rule: str) -> None:
    decision = model.who_decides("repeal", rule)
    print(f"who may repeal {rule}: {decision.verdict}")
    for option in decision.options:
        line = " ".join(option.holders)
        if option.jointly > 1:
            line += f", {option.jointly} together"
        if option.grant:
            line += f", by {option.grant}"
        if option.depends_on:
            line += ", on conditions"
        print(f"  {line}")
    print(f"da: {decision.text.da}\nen: {decision.text.en}")


def what_breaks(model: regelgraf.Model, rule: str) -> None:
    breaks = model.what_breaks(rule)
    print(f"what breaks without {rule}")
    for name, ids in {
        "lapsed": breaks.lapsed,
        "broken": breaks.broken,
        "unmet duties": breaks.unmet_duties,
        "redundant": breaks.redundant,
        "not examined": breaks.unexamined,
    }.items():
        print(" ".join((f"  {name}:", *ids)))
    print(f"da: {breaks.text.da}\nen: {breaks.text.en}")


def main() -> int:
    if len(sys.argv) != 3:
        print(f"usage: {sys.argv[0]} MODEL RULE", file=sys.stderr)
        return 2
    try:
        with regelgraf.Model.open(sys.argv[1]) as model:
            who_may_repeal(model, sys.argv[2])
            what_breaks(model, sys.argv[2])
    except regelgraf.Error as error:
        print(error, file=sys.stderr)
        for finding in error.findings:
            print(finding, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
