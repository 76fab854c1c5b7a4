#!/usr/bin/env bash
# The main job, shown: a real municipality's model answers who may remove a rule and what breaks if it
# goes, in Danish and in English, from the command line and from Python. `./dev demo` runs this.
set -euo pipefail
cd "$(dirname "$0")/.."
model=examples/odder/odder.json
rule=dok-skabelon

show() {
  printf '\n\033[1m$ regelgraf %s\033[0m\n\n' "$*" | if [ -t 1 ]; then cat; else sed 's/\x1b\[[0-9;]*m//g'; fi
  "$REGELGRAF" "$@"
}

echo "Odder's specialised social services: who has the authority to remove a rule, and what breaks if it goes?"
show who-decides $model --power repeal --target $rule --lang da
show who-decides $model --power repeal --target $rule --lang en
show what-breaks $model delmaal --lang da
show what-breaks $model delmaal --lang en
show may $model leder-udfoerer --power repeal --target ugenotat --lang en

printf '\nThe same from Python (bindings/python):\n\n'
/usr/bin/python3 - "$model" "$rule" <<'PYTHON'
import sys
from regelgraf import Model

with Model.open(sys.argv[1]) as model:
    decision = model.who_decides("repeal", sys.argv[2])
    print("who decides:", decision.verdict, *decision.options[0].holders)
    for link in decision.options[0].chain:
        print("  delegated by", link)
    print("  da:", decision.text.da)
    print("  en:", decision.text.en)
    breaks = model.what_breaks("delmaal")
    print("what breaks:", "lapsed", list(breaks.lapsed), "broken", list(breaks.broken))
    print("  da:", breaks.text.da)
    print("  en:", breaks.text.en)
PYTHON
