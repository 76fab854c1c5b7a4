"""The README's first screen is run as written: every console block, byte for byte."""

import os
import pathlib
import re
import shlex
import subprocess

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]


def console_blocks(text: str) -> list[tuple[str, str]]:
    """(command, what it must print) of each ```console block."""
    blocks = re.findall(r"^```console\n\$ (.+?)\n(.*?)^```$", text, re.M | re.S)
    return [(command, output) for command, output in blocks]


def run(command: str) -> str:
    words = shlex.split(command)
    assert words[0] == "regelgraf", command
    done = subprocess.run(
        [os.environ["REGELGRAF"], *words[1:]],
        cwd=ROOT,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
        capture_output=True,
        check=True,
    )
    return done.stdout.decode()


BLOCKS = console_blocks((ROOT / "README.md").read_text())


def test_the_readme_has_blocks():
    assert len(BLOCKS) >= 2


@pytest.mark.parametrize("command, output", BLOCKS, ids=[command for command, _ in BLOCKS])
def test_block_prints_what_it_says(command, output):
    assert run(command) == output


def test_a_block_that_lies_is_found():
    assert run("regelgraf --version") != "another version\n"
    assert console_blocks("```console\n$ a\nb\n```\n") == [("a", "b\n")]
