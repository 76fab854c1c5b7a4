"""On a terminal: colour, trees, the terminal's width; NO_COLOR, TERM=dumb and --color decide."""

import fcntl
import os
import pty
import re
import struct
import subprocess
import termios
import unicodedata

import pytest

from conftest import ENVIRONMENT, PROGRAM

ESCAPE = re.compile("\x1b\\[[0-9;]*m")


def on_a_terminal(*arguments, columns=60, env=None):
    main, side = pty.openpty()
    fcntl.ioctl(side, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    with subprocess.Popen([PROGRAM, *map(str, arguments)], stdin=side, stdout=side, stderr=side,
                          env=ENVIRONMENT | (env or {})) as program:
        os.close(side)
        data = b""
        while True:
            try:
                block = os.read(main, 65536)
            except OSError:  # Linux says so when the other side is shut
                break
            if not block:
                break
            data += block
        program.wait(60)
    os.close(main)
    return data.decode("utf-8").replace("\r\n", "\n")


def width(line):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 0 if unicodedata.combining(c) else 1 for c in line)


@pytest.mark.parametrize("columns", [40, 60, 100, 300])
def test_lines_fit_the_terminal(odder, columns):
    text = on_a_terminal("what-breaks", odder, "visitationsmodel", "--lang", "da", columns=columns)
    assert "\x1b[" in text and "├─" in text
    lines = ESCAPE.sub("", text).splitlines()
    assert max(map(width, lines)) <= min(columns, 100)
    assert max(map(width, lines)) > min(columns, 100) - 20  # and use it


def test_wrapping_loses_nothing(odder, run):
    arguments = ("who-decides", odder, "--power", "repeal", "--target", "ugenotat", "--lang", "da")

    def words(text):
        return [word for word in ESCAPE.sub("", text).split() if word.strip("│├└─")]

    assert words(on_a_terminal(*arguments, columns=50)) == words(run(*arguments).out)


def test_the_alarm_is_red(odder):
    text = on_a_terminal("what-breaks", odder, "afgoerelse-skabelon", "--lang", "en", columns=100)
    assert text.startswith("\x1b[1;31mALARM: ")


def test_colour_is_switched_off_and_on(odder, run):
    question = ("why", odder, "ugenotat")
    for off in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
        assert "\x1b" not in on_a_terminal(*question, env=off)
    assert "\x1b" not in on_a_terminal(*question, "--color", "never")
    assert "\x1b[" in on_a_terminal(*question, "--color", "always", env={"NO_COLOR": "1"})
    coloured = run(*question, "--color", "always").out
    assert "\x1b[" in coloured and ESCAPE.sub("", coloured) == run(*question).out


def test_colour_ends_with_the_line(odder, run):
    for line in run("who-decides", odder, "--power", "repeal", "--target", "ugenotat", "--color", "always").out.splitlines():
        escapes = ESCAPE.findall(line)
        assert not escapes or escapes[-1] == "\x1b[0m"
