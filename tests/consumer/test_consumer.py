"""The installed package serves a stranger: CMake, pkg-config, Python, .NET, Java, command line.

It is installed, then moved, so that no path of the build can help.
"""

import os
import re
import shutil
import subprocess
import zipfile
from ctypes.util import find_library
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
BUILD = Path(os.environ.get("REGELGRAF_BUILD", ROOT / "build" / "dev"))
VERSION = re.search(r"VERSION (\d+\.\d+\.\d+)", (ROOT / "CMakeLists.txt").read_text())[1]
EXAMPLE = (ROOT / "examples/odder/odder.json", "ugenotat")
EXPECTED = (ROOT / "examples/expected.txt").read_text(encoding="utf-8").strip()
OURS = ("REGELGRAF", "PYTHONPATH", "LD_LIBRARY_PATH", "PKG_CONFIG_PATH", "CMAKE_PREFIX_PATH")


def run(*command, cwd, **environment):
    clean = {k: v for k, v in os.environ.items() if not k.startswith(OURS)}
    done = subprocess.run([str(c) for c in command], cwd=cwd, capture_output=True, text=True,
                          env={**clean, **environment})  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.strip()


@pytest.fixture(scope="module")
def prefix(tmp_path_factory):
    top = tmp_path_factory.mktemp("installed")
    run("cmake", "--install", BUILD, "--prefix", top / "first", cwd=top)
    return (top / "first").rename(top / "moved")


@pytest.fixture(scope="module")
def configure(prefix, tmp_path_factory):
    def configured(*options):
        work = tmp_path_factory.mktemp("consumer")
        run("cmake", "-G", "Ninja", "-S", HERE, "-B", work, f"-DCMAKE_PREFIX_PATH={prefix}",
            "-DCMAKE_BUILD_TYPE=Debug", *options, cwd=work)  # fmt: skip
        return work

    return configured


@pytest.fixture(scope="module")
def built(configure):
    """All of the stranger's project."""
    work = configure(f"-DEXAMPLES={ROOT / 'examples'}")
    run("cmake", "--build", work, cwd=work)
    return work


def test_cmake(built):
    for program in ("consumer_c", "consumer_cxx", "consumer_headers"):
        assert run(built / program, cwd=built) == VERSION
    for program in ("example_c", "example_cxx"):
        assert run(built / program, *EXAMPLE, cwd=built) == EXPECTED


def test_cmake_c_needs_nothing_else(configure):
    work = configure("-DLINK=c", *(f"-DCMAKE_DISABLE_FIND_PACKAGE_{name}=ON"
                                      for name in ("Boost", "simdjson", "spdlog", "ZLIB")))
    run("cmake", "--build", work, cwd=work)
    assert run(work / "consumer_c", cwd=work) == VERSION


def test_cmake_over_c_needs_the_c_library_alone(configure):
    work = configure("-DLINK=over_c", f"-DEXAMPLES={ROOT / 'examples'}",
                     *(f"-DCMAKE_DISABLE_FIND_PACKAGE_{name}=ON" for name in ("Boost", "simdjson", "spdlog", "ZLIB")))  # fmt: skip
    run("cmake", "--build", work, cwd=work)
    assert run(work / "consumer_over_c", cwd=work) == VERSION
    assert run(work / "example_over_c", *EXAMPLE, cwd=work) == EXPECTED
    asked = {name.split(".")[0] for name in needed(work / "example_over_c", work)}
    assert asked <= {"libregelgraf", "libstdc++", "libc++", "libm", "libgcc_s", "libc"} and "libregelgraf" in asked


def needed(program, cwd):
    """The shared libraries that a program or library asks the loader for."""
    return set(re.findall(r"\(NEEDED\).*\[(.+)\]", run("readelf", "-d", program, cwd=cwd)))


def test_cmake_c_static_from_a_project_without_cxx(configure):
    work = configure("-DLINK=c_static", f"-DEXAMPLES={ROOT / 'examples'}",
                     *(f"-DCMAKE_DISABLE_FIND_PACKAGE_{name}=ON" for name in ("Boost", "spdlog")))  # fmt: skip
    run("cmake", "--build", work, cwd=work)
    assert run(work / "consumer_c", cwd=work) == VERSION
    assert run(work / "example_c", *EXAMPLE, cwd=work) == EXPECTED
    assert {n for n in needed(work / "consumer_c", work) if "regelgraf" in n} == set()


@pytest.mark.parametrize("wanted", ["0.2", "0.0", "1.0"])
def test_cmake_refuses_another_version(configure, wanted):
    with pytest.raises(AssertionError, match="compatible with requested"):
        configure(f"-DWANTED={wanted}")


def test_pkg_config(prefix, tmp_path):
    lib = next(prefix.rglob("regelgraf.pc")).parents[1]
    path = {"PKG_CONFIG_PATH": str(lib / "pkgconfig")}
    assert run("pkg-config", "--modversion", "regelgraf", cwd=tmp_path, **path) == VERSION
    flags = run("pkg-config", "--cflags", "--libs", "regelgraf", cwd=tmp_path, **path).split()
    compiler = os.environ.get("REGELGRAF_CC", "cc")
    run(compiler, "-std=c99", HERE / "main.c", "-o", "consumer", *flags, cwd=tmp_path)
    assert run("./consumer", cwd=tmp_path, LD_LIBRARY_PATH=str(lib)) == VERSION
    compiler = os.environ.get("REGELGRAF_CXX", "c++")
    run(compiler, "-std=c++17", HERE / "over_c.cpp", "-o", "over_c", *flags, cwd=tmp_path)
    assert run("./over_c", cwd=tmp_path, LD_LIBRARY_PATH=str(lib)) == VERSION
    assert "libregelgraf.so.0" in needed("consumer", tmp_path)


def test_the_readme_of_the_layer_over_c_prints_what_it_says(prefix, tmp_path):
    text = (ROOT / "bindings/cpp/README.md").read_text(encoding="utf-8")
    (tmp_path / "readme.cpp").write_text(re.search(r"```cpp\n(.*?)```", text, re.S)[1], encoding="utf-8")
    lib = next(prefix.rglob("regelgraf.pc")).parents[1]
    flags = run("pkg-config", "--cflags", "--libs", "regelgraf", cwd=tmp_path, PKG_CONFIG_PATH=str(lib / "pkgconfig")).split()
    run(os.environ.get("REGELGRAF_CXX", "c++"), "-std=c++17", "readme.cpp", "-o", "readme", *flags, cwd=tmp_path)
    said = run(tmp_path / "readme", cwd=ROOT, LD_LIBRARY_PATH=str(lib))
    assert said == re.search(r"```text\n(.*?)```", text, re.S)[1].strip()


def test_pkg_config_static(prefix, tmp_path):
    lib = next(prefix.rglob("regelgraf.pc")).parents[1]
    only_static = tmp_path / "elsewhere"  # as somebody installs it who wants no shared library
    shutil.copytree(prefix, only_static, symlinks=True)
    for shared in only_static.rglob("libregelgraf.so*"):
        shared.unlink()
    path = {"PKG_CONFIG_PATH": str(only_static / lib.relative_to(prefix) / "pkgconfig")}
    flags = run("pkg-config", "--static", "--cflags", "--libs", "regelgraf", cwd=tmp_path, **path).split()
    compiler = os.environ.get("REGELGRAF_CC", "cc")
    run(compiler, "-std=c99", HERE / "main.c", "-o", "consumer", *flags, cwd=tmp_path)
    assert run("./consumer", cwd=tmp_path) == VERSION
    assert {n for n in needed("consumer", tmp_path) if "regelgraf" in n} == set()


def test_the_symbols_have_a_version_and_the_archive_hides_the_rest(prefix, tmp_path):
    lib = next(prefix.rglob("regelgraf.pc")).parents[1]
    assert "Library soname: [libregelgraf.so.0]" in run("readelf", "-d", lib / "libregelgraf.so", cwd=tmp_path)
    exported = run("nm", "-D", "--defined-only", lib / "libregelgraf.so", cwd=tmp_path).splitlines()
    exported = {line.split()[2] for line in exported if line.split()[1] == "T"}
    assert {name.partition("@@")[2] for name in exported} == {"REGELGRAF_0.1"}
    found = run("nm", "-g", "--defined-only", lib / "libregelgraf.a", cwd=tmp_path).splitlines()
    assert {line.split()[2] for line in found if len(line.split()) == 3} == {n.partition("@@")[0] for n in exported}


def test_python_finds_its_library(prefix, tmp_path):
    package = next(prefix.rglob("regelgraf/__init__.py")).parents[1]
    clean = {"PYTHONPATH": str(package), "PYTHONDONTWRITEBYTECODE": "1", "PYTHONIOENCODING": "utf-8"}
    said = run("/usr/bin/python3", "-c", "import regelgraf; print(regelgraf.__version__)", cwd=tmp_path, **clean)
    assert said == VERSION
    assert (package / "regelgraf/py.typed").exists()
    assert run("/usr/bin/python3", ROOT / "examples/python/ask.py", *EXAMPLE, cwd=tmp_path, **clean) == EXPECTED


def test_what_is_installed(prefix):
    """Headers that are not public, and folders of src, stay behind."""
    include = {p.relative_to(prefix / "include").as_posix() for p in (prefix / "include").rglob("*.*")}
    ours = {p.relative_to(top).as_posix() for top in (ROOT / "include", ROOT / "bindings/cpp/include") for p in top.rglob("*.hpp")}
    assert include == ours | {"regelgraf.h", "regelgraf/version.hpp"}


def test_the_national_layer_is_there_to_read_and_within_the_library(prefix, tmp_path):
    layer = prefix / "share/regelgraf/layers/dk.json"
    assert layer.read_bytes() == (ROOT / "src/layers/dk.json").read_bytes()
    layer.rename(tmp_path / "away.json")
    try:
        (tmp_path / "by.json").write_text('{"regelgraf": 1, "model": {"id": "by", "extends": ["dk"]}, "elements": []}')
        said = run(prefix / "bin" / "regelgraf", "who-decides", tmp_path / "by.json", "--power", "appropriate",
                   "--target", "dk:appropriation", "--lang", "en", cwd=tmp_path)  # fmt: skip
        assert "The municipal council" in said
    finally:
        (tmp_path / "away.json").rename(layer)


def test_command_line(prefix, tmp_path):
    assert VERSION in run(prefix / "bin" / "regelgraf", "--version", cwd=tmp_path)


def test_no_path_of_the_build_is_installed(prefix):
    texts = [p for p in prefix.rglob("*") if p.suffix in (".cmake", ".pc", ".hpp", ".h", ".py", ".json", ".cs", ".csproj", ".config")]
    assert len(texts) > 6
    assert [p.name for p in texts if str(ROOT) in p.read_text(encoding="utf-8")] == []


@pytest.fixture(scope="module")
def lib(prefix):
    return next(prefix.rglob("libregelgraf.so.0")).parent


@pytest.fixture(scope="module")
def csharp(prefix, lib, tmp_path_factory):
    """A program that references the assembly; beside it that, what tells Mono the library's name, and the library."""
    folder = tmp_path_factory.mktemp("csharp")
    assembly = next(prefix.glob("lib/cli/regelgraf-*/Regelgraf.Net.dll"))
    config = assembly.with_name("Regelgraf.Net.dll.config")
    for file in (assembly, config, lib / "libregelgraf.so.0", ROOT / "examples/csharp/Ask.cs"):
        shutil.copy(file, folder)
    run("mcs", "-nologo", "-warnaserror", "-r:Regelgraf.Net.dll", "Ask.cs", cwd=folder)
    return folder / "Ask.exe"


@pytest.fixture(scope="module")
def csharp_with_the_sources(prefix, lib, tmp_path_factory):
    """A program of which the binding's sources are a part."""
    folder = tmp_path_factory.mktemp("csharp")
    sources = prefix / "share/regelgraf/dotnet/Regelgraf"
    for file in (lib / "libregelgraf.so.0", ROOT / "examples/csharp/Ask.cs"):
        shutil.copy(file, folder)
    shutil.copy(sources / "Regelgraf.Net.dll.config", folder / "Ask.exe.config")
    run("mcs", "-nologo", "-warnaserror", "-langversion:7.2", "-out:Ask.exe", "Ask.cs", *sources.glob("*.cs"), cwd=folder)
    return folder / "Ask.exe"


@pytest.fixture(scope="module")
def java(prefix, tmp_path_factory):
    """The class path of a program compiled against the jar."""
    folder = tmp_path_factory.mktemp("java")
    jars = (prefix / "share/java/regelgraf.jar", Path("/usr/share/java/jna.jar"))
    shutil.copy(ROOT / "examples/java/Ask.java", folder)
    run("javac", "--release", "17", "-encoding", "UTF-8", "-Xlint:all", "-Werror", "-cp", jars[0], "Ask.java", cwd=folder)
    return os.pathsep.join(map(str, (folder, *jars)))


@pytest.fixture(scope="module")
def ask(prefix, lib, built, csharp, csharp_with_the_sources, java):
    """What asks the example's questions, by language: each built outside the tree and away from the build."""
    python = next(prefix.rglob("regelgraf/__init__.py")).parents[1]
    programs = {
        "C": [built / "example_c"],
        "C++": [built / "example_cxx"],
        "Python": ["/usr/bin/python3", ROOT / "examples/python/ask.py"],
        "C#": ["mono", csharp],
        "C# with the sources": ["mono", csharp_with_the_sources],
        "Java": ["java", f"-Djna.library.path={lib}", "-cp", java, "Ask"],
    }
    environments = {
        "Python": {"PYTHONPATH": str(python), "PYTHONDONTWRITEBYTECODE": "1", "PYTHONIOENCODING": "utf-8"},
        "C#": {"MONO_PATH": ""},
        "C# with the sources": {"MONO_PATH": ""},
    }

    def asked(model, rule):
        return {language: run(*program, model, rule, cwd=built, **environments.get(language, {}))
                for language, program in programs.items()}  # fmt: skip

    return asked


def test_every_language_prints_what_is_expected(ask):
    for language, said in ask(*EXAMPLE).items():
        assert said == EXPECTED, language


def test_every_language_says_the_same_of_a_delegation_plan(ask):
    said = ask(ROOT / "examples/soroe/soroe.json", "soroe:3.2.5:basis")
    assert len(said["C"]) > 200
    for language, one in said.items():
        assert one == said["C"], language


def test_a_program_that_does_not_find_the_library_says_so(java, csharp, tmp_path):
    """Nothing but what is told above can have helped."""
    if find_library("regelgraf"):
        pytest.skip("A LIBRARY OF THE SYSTEM'S IS INSTALLED, which every program finds")
    with pytest.raises(AssertionError, match="cannot find the library"):
        run("java", "-cp", java, "Ask", *EXAMPLE, cwd=tmp_path)
    alone = shutil.copytree(csharp.parent, tmp_path / "alone", ignore=shutil.ignore_patterns("libregelgraf*"))
    with pytest.raises(AssertionError, match="cannot load the library"):
        run("mono", "Ask.exe", *EXAMPLE, cwd=alone, MONO_PATH="")


def test_the_assembly_and_the_jar_are_of_this_version(prefix):
    assembly = next(prefix.glob("lib/cli/regelgraf-*/Regelgraf.Net.dll"))
    assert assembly.parent.name == "regelgraf-" + VERSION.rpartition(".")[0]
    with zipfile.ZipFile(prefix / "share/java/regelgraf.jar") as jar:
        assert f"Implementation-Version: {VERSION}" in jar.read("META-INF/MANIFEST.MF").decode()


def test_no_path_of_the_build_is_in_the_assembly(prefix):
    assembly = next(prefix.glob("lib/cli/regelgraf-*/Regelgraf.Net.dll")).read_bytes()
    assert str(ROOT).encode() not in assembly and str(ROOT).encode("utf-16-le") not in assembly
