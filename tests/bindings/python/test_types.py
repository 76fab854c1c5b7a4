"""The package keeps the types it promises with py.typed."""

import os
import re
import subprocess
import sys

from conftest import ROOT

PACKAGE = ROOT / "bindings/python"


def mypy(tmp_path, *what, cwd=PACKAGE):
    return subprocess.run(
        [sys.executable, "-m", "mypy", "--config-file", PACKAGE / "pyproject.toml", "--cache-dir", tmp_path / "cache", *what],
        cwd=cwd, capture_output=True, text=True, env={**os.environ, "MYPYPATH": str(PACKAGE)},
    )  # fmt: skip


def test_the_package_is_typed_strictly(tmp_path):
    run = mypy(tmp_path, "regelgraf", "make_wheel.py")
    assert run.returncode == 0, run.stdout + run.stderr


def test_who_uses_it_is_told_what_is_wrong(tmp_path):
    text = (PACKAGE / "README.md").read_text(encoding="utf-8")
    (tmp_path / "good.py").write_text(re.search(r"```python\n(.*?)```", text, re.S)[1])
    (tmp_path / "bad.py").write_text(
        'import regelgraf\n\nwith regelgraf.Model.open("x") as model:\n    model.who_decides("repeal", 7)\n'
        '    model.what_breaks("x").hours["removed"].likely\n'
    )
    good = mypy(tmp_path, "good.py", ROOT / "examples/python/ask.py", cwd=tmp_path)
    assert good.returncode == 0, good.stdout + good.stderr
    bad = mypy(tmp_path, "bad.py", cwd=tmp_path)
    assert bad.stdout.count(": error: ") == 2 and "bad.py:4" in bad.stdout and "bad.py:5" in bad.stdout
