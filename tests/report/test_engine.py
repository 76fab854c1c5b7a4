"""The engine that answers on the page gives the bytes that the program gives."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from conftest import PROGRAM, ROOT

ENGINE = Path(os.environ.get("REGELGRAF_ENGINE", ROOT / "build" / "wasm" / "engine.wasm"))
MODELS = sorted(path for path in (ROOT / "examples").glob("*/*.json") if path.stem == path.parent.name)


def questions_of(model):
    """What stands beside the model; each element removed; each rule's authority and reason; what cannot be put."""
    written = model.parent / "questions.jsonl"
    lines = written.read_text(encoding="utf-8").splitlines() if written.exists() else []
    elements = json.loads(model.read_text(encoding="utf-8"))["elements"]
    lines += [json.dumps({"ask": "what_breaks", "remove": [e["id"]], "detail": "full"}, ensure_ascii=False) for e in elements]
    rules = [e["id"] for e in elements if e["kind"] == "rule"]
    lines += [json.dumps({"ask": "what_breaks", "remove": rules[: n + 2], "detail": "full"}, ensure_ascii=False) for n in range(0, len(rules), 5)]
    for rule in rules:
        lines.append(json.dumps({"ask": "who_decides", "power": "repeal", "target": rule}, ensure_ascii=False))
        lines.append(json.dumps({"ask": "why", "element": rule}, ensure_ascii=False))
    lines += [json.dumps({"ask": "burden", "by": by}) for by in ("tier", "instrument", "issuer", "matter", "actor")]
    lines += ['{"ask": "check"}', '{"ask": "rank"}', '{"ask": "why", "element": "no such"}', "{", '{"ask": "nothing"}']
    return [line for line in lines if line.strip()]


@pytest.mark.parametrize("model", MODELS, ids=lambda path: path.stem)
def test_the_engine_and_the_program_agree(tmp_path, model):
    if not ENGINE.exists():
        pytest.skip(f"THE ENGINE IS NOT TESTED: no {ENGINE} (./dev wasm)")
    if not shutil.which("node"):
        pytest.skip("THE ENGINE IS NOT TESTED: no node here to run it")
    questions = tmp_path / "questions.jsonl"
    questions.write_text("\n".join(questions_of(model)) + "\n", encoding="utf-8")
    snapshot = tmp_path / "model.rgs"  # as the page has it: with the layers that the model extends
    subprocess.run([PROGRAM, "convert", model, snapshot], check=True, timeout=60)
    native = subprocess.run([PROGRAM, "ask", model, questions], capture_output=True, timeout=60).stdout.decode().splitlines()
    node = subprocess.run(["node", Path(__file__).with_name("engine.mjs"), ENGINE, snapshot, questions], capture_output=True, timeout=120)
    assert node.returncode == 0, node.stderr.decode()[:1000]
    answers = node.stdout.decode().splitlines()
    assert len(answers) == len(native) > 50
    for question, ours, theirs in zip(questions.read_text(encoding="utf-8").splitlines(), native, answers, strict=True):
        assert ours == theirs, question
