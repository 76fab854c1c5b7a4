"""The wheel: its tag is true, and what is in it runs where nothing else is."""

import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from conftest import ROOT
from regelgraf import _native

PACKAGE = ROOT / "bindings/python"
sys.path.insert(0, str(PACKAGE))

import make_wheel  # noqa: E402
from make_wheel import Needs, needs_of, platform_tag  # noqa: E402

LIBRARY = Path(_native.lib._name)
SYSTEM_PYTHON = "/usr/bin/python3"  # not one within a venv: a venv of it would see less


def made(library, out, **environment):
    return subprocess.run([sys.executable, PACKAGE / "make_wheel.py", library, out], capture_output=True, text=True,
                          env={**os.environ, **environment})  # fmt: skip


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    """As it is packaged: a tenth of the bytes."""
    stripped = tmp_path_factory.mktemp("lib") / "libregelgraf.so.0"
    subprocess.run(["strip", "-o", stripped, LIBRARY.resolve()], check=True)
    return stripped


@pytest.fixture(scope="module")
def wheel(library, tmp_path_factory):
    run = made(library, tmp_path_factory.mktemp("wheel"))
    assert run.returncode == 0, run.stderr
    return Path(run.stdout.strip())


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """A fresh venv with the wheel in it and nothing else."""
    venv = tmp_path_factory.mktemp("venv") / "på ærø"
    subprocess.run([SYSTEM_PYTHON, "-m", "venv", venv], check=True)
    subprocess.run([venv / "bin/python", "-m", "pip", "install", "--quiet", "--no-index", "--disable-pip-version-check", wheel], check=True)
    return venv


def inside(venv, folder, *arguments):
    """Without a single variable of the environment."""
    return subprocess.run([venv / "bin/python", *arguments], cwd=folder, env={}, capture_output=True, text=True, encoding="utf-8")


def test_it_is_tagged_for_any_python_on_the_platform_the_library_asks_for(library, wheel):
    tag, _ = platform_tag(needs_of(LIBRARY))
    assert wheel.name == f"regelgraf-{_native.lib.rg_version().decode()}-py3-none-{tag}.whl"
    with zipfile.ZipFile(wheel) as files:
        [info] = [name for name in files.namelist() if name.endswith("dist-info/WHEEL")]
        assert f"Tag: py3-none-{tag}" in files.read(info).decode().splitlines()
        assert "Root-Is-Purelib: false" in files.read(info).decode().splitlines()
        assert files.read("regelgraf/libregelgraf.so") == library.read_bytes()
        assert files.read("regelgraf/py.typed") == b""
        assert any(name.endswith("LICENSE") for name in files.namelist())
        modules = {path.name for path in (PACKAGE / "regelgraf").glob("*.py")}
        assert {Path(name).name for name in files.namelist() if name.endswith(".py")} == modules


def test_it_runs_alone(installed, tmp_path):
    run = inside(installed, tmp_path, "-m", "regelgraf", "--version")
    version, abi, library = run.stdout.splitlines()
    assert (version, abi, run.stderr) == (f"regelgraf {_native.lib.rg_version().decode()}", f"ABI {_native.ABI}", "")
    assert Path(library).is_relative_to(installed) and library.endswith("regelgraf/libregelgraf.so")


def test_the_example_of_the_readme_runs_there(installed, tmp_path):
    shutil.copytree(ROOT / "examples/odder", tmp_path / "examples/odder")
    text = (PACKAGE / "README.md").read_text(encoding="utf-8")
    program, output = (re.search(rf"```{kind}\n(.*?)```", text, re.S)[1] for kind in ("python", "text"))
    run = inside(installed, tmp_path, "-X", "utf8", "-c", program)
    assert (run.stdout, run.stderr) == (output, "")


def test_there_it_needs_neither_pandas_nor_networkx_and_says_so(installed, tmp_path):
    program = """if True:
        from regelgraf import Model
        with Model.from_text('{"regelgraf": 1, "model": {"id": "m"}}') as model:
            for call in (model.rank().to_pandas, model.what_breaks().to_networkx):
                try:
                    call()
                except ImportError as error:
                    print(error)
            print(model.rank()._repr_html_()[:4])
        """
    run = inside(installed, tmp_path, "-c", program)
    said = run.stdout.splitlines()
    assert "pip install pandas" in said[0] and "pip install networkx" in said[1] and said[2] == "<div", run.stderr


def test_the_same_library_gives_the_same_bytes(library, wheel, tmp_path):
    again = made(library, tmp_path, SOURCE_DATE_EPOCH="")
    assert again.returncode == 0, again.stderr
    assert Path(again.stdout.strip()).read_bytes() == wheel.read_bytes()


# The tag


def reads(path):
    """What readelf says that a library needs."""
    said = subprocess.run(["readelf", "--wide", "--dynamic", "--version-info", path], capture_output=True, text=True, check=True).stdout
    needed = re.findall(r"\(NEEDED\).*\[(.*)\]", said)
    versions = re.findall(r"Name: (\S+)\s+Flags", said.partition("Version needs section")[2])
    return tuple(needed), frozenset(versions)


def test_needs_are_those_that_readelf_sees():
    found = needs_of(LIBRARY)
    assert (found.libraries, found.versions) == reads(LIBRARY)
    assert "libc.so.6" in found.libraries and any(one.startswith("GLIBC_") for one in found.versions)


def test_a_library_of_our_own_making(tmp_path):
    (tmp_path / "one.c").write_text("#include <math.h>\ndouble power(double a, double b) { return pow(a, b); }\n")
    library = tmp_path / "libone.so"
    cc = os.environ.get("REGELGRAF_CC", "cc")
    subprocess.run([cc, "-shared", "-fPIC", tmp_path / "one.c", "-o", library, "-lm"], check=True)
    found = needs_of(library)
    assert (found.libraries, found.versions) == reads(library)
    tag, because = platform_tag(found)
    assert re.fullmatch(r"manylinux_2_(17|29)_" + found.machine, tag) and because  # pow is of 2.29 on x86-64


LIBC = ("libc.so.6", "libm.so.6")
CXX = (*LIBC, "libstdc++.so.6", "libgcc_s.so.1")


@pytest.mark.parametrize("libraries, versions, tag", [
    (LIBC, {"GLIBC_2.2.5"}, "manylinux_2_17"),
    (LIBC, {"GLIBC_2.2.5", "GLIBC_2.17"}, "manylinux_2_17"),
    (LIBC, {"GLIBC_2.2.5", "GLIBC_2.34"}, "manylinux_2_34"),
    (LIBC, {"GLIBC_2.9", "GLIBC_2.28"}, "manylinux_2_28"),  # by number, not by letters
    (CXX, {"GLIBC_2.14", "GLIBCXX_3.4.29", "CXXABI_1.3.9"}, "manylinux_2_34"),
    (CXX, {"GLIBC_2.32", "GLIBCXX_3.4.30", "GCC_3.0"}, "manylinux_2_35"),
    (CXX, {"GLIBC_2.38", "GLIBCXX_3.4.30"}, "manylinux_2_38"),
    (CXX, {"GLIBC_2.14", "CXXABI_1.3.13", "CXXABI_FLOAT128"}, "manylinux_2_34"),
    (CXX, {"GLIBC_2.14", "GLIBCXX_3.4.99"}, "linux"),  # newer than any known here
    (LIBC, {"GLIBC_PRIVATE"}, "linux"),
    (LIBC, {"GLIBC_ABI_DT_RELR"}, "linux"),
    ((*LIBC, "libz.so.1"), {"GLIBC_2.14", "ZLIB_1.2.9"}, "manylinux_2_27"),
    ((*CXX, "libsimdjson.so.14"), {"GLIBC_2.14"}, "linux"),
    ((*CXX, "libmbedcrypto.so.7"), {"GLIBC_2.14"}, "linux"),
])  # fmt: skip
def test_a_tag_promises_no_more_than_the_library_keeps(libraries, versions, tag):
    found, because = platform_tag(Needs("x86_64", libraries, frozenset(versions)))
    assert found == f"{tag}_x86_64" and because


@pytest.mark.parametrize("cut", [0, 3, 20, 64, 4096])
def test_what_is_no_library_is_refused(tmp_path, cut):
    (tmp_path / "lib.so").write_bytes(LIBRARY.read_bytes()[:cut])
    with pytest.raises(make_wheel.NotALibrary):
        needs_of(tmp_path / "lib.so")
    run = made(tmp_path / "lib.so", tmp_path / "out")
    assert run.returncode == 1 and "Traceback" not in run.stderr and not (tmp_path / "out").exists()


def test_a_library_of_another_abi_makes_no_wheel(tmp_path):
    (tmp_path / "other.c").write_text('int rg_abi_version(void) { return 77; } const char *rg_version(void) { return "9.8.7"; }')
    library = tmp_path / "libother.so"
    subprocess.run([os.environ.get("REGELGRAF_CC", "cc"), "-shared", "-fPIC", tmp_path / "other.c", "-o", library], check=True)
    run = made(library, tmp_path / "out")
    assert run.returncode == 1 and "ABI 77" in run.stderr and not (tmp_path / "out").exists()
