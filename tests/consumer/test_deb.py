"""The Debian packages, made of the tests' own build: what is in them, what they need, installed and purged."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
BUILD = Path(os.environ.get("REGELGRAF_BUILD", ROOT / "build" / "dev"))
NAMES = ["libregelgraf-dev", "libregelgraf0", "python3-regelgraf", "regelgraf"]
OURS = ("REGELGRAF", "PYTHON", "LD_LIBRARY_PATH", "PKG_CONFIG_PATH")
EXAMPLE = (ROOT / "examples/odder/odder.json", "ugenotat")
EXPECTED = (ROOT / "examples/expected.txt").read_text(encoding="utf-8").strip()

pytestmark = pytest.mark.skipif(not shutil.which("dpkg-shlibdeps"), reason="NO DEBIAN PACKAGE WAS TESTED: no dpkg-dev here")


def run(*command, cwd="/"):
    clean = {k: v for k, v in os.environ.items() if not k.startswith(OURS)}
    done = subprocess.run([str(c) for c in command], cwd=cwd, capture_output=True, text=True, env=clean)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.strip()


@pytest.fixture(scope="module")
def packages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("deb")
    run("cpack", "--config", BUILD / "CPackConfig.cmake", "-B", folder, "-D", "CPACK_DEBIAN_COMPRESSION_TYPE=gzip")
    found = {path.name.split("_")[0]: path for path in folder.glob("*.deb")}
    assert sorted(found) == NAMES
    return found


def field(package, name):
    return run("dpkg-deb", "-f", package, name)


def files(package):
    """What is in it that is not a folder, with rights and owner before it."""
    return {line.split()[5]: line for line in run("dpkg-deb", "-c", package).splitlines() if not line.startswith("d")}


def test_each_thing_is_in_one_package(packages):
    names = {package: {name for name in files(path) if "/share/doc/" not in name} for package, path in packages.items()}
    library = {Path(name).name for name in names["libregelgraf0"]}
    assert library == {"libregelgraf.so.0", f"libregelgraf.so.{field(packages['libregelgraf0'], 'Version').split('-')[0]}"}
    assert {Path(name).name for name in names["regelgraf"]} == {"regelgraf"}
    assert {str(Path(name).parent) for name in names["python3-regelgraf"]} == {"usr/lib/python3/dist-packages/regelgraf"}
    dev = {Path(name).name for name in names["libregelgraf-dev"]}
    assert {"regelgraf.h", "model.hpp", "libregelgraf.so", "libregelgraf.a", "libregelgraf-cxx.a", "regelgraf.pc",
            "regelgrafConfig.cmake", "dk.json"} <= dev  # fmt: skip
    assert not names["libregelgraf-dev"] & (names["libregelgraf0"] | names["regelgraf"] | names["python3-regelgraf"])


@pytest.mark.parametrize("package", NAMES)
def test_each_has_what_debian_asks_for(packages, package):
    path = packages[package]
    doc = f"./usr/share/doc/{package}/"
    assert {doc + name for name in ("copyright", "changelog.gz", "changelog.Debian.gz")} <= set(files(path))
    assert [line for line in files(path).values() if "root/root" not in line] == []
    assert field(path, "Architecture") == ("all" if package.startswith("python3") else run("dpkg", "--print-architecture"))
    assert re.match(r"rules and authority as a graph: .+\n regelgraf answers(.|\n)+\n \.\n This package", field(path, "Description"))
    assert "@" in field(path, "Maintainer")


def test_dependencies_are_what_the_binaries_need(packages):
    for package in ("libregelgraf0", "regelgraf"):
        depends = field(packages[package], "Depends")
        for name in ("libc6", "libstdc++6", "libsimdjson14", "libmbedcrypto7", "libstemmer0d", "libutf8proc2", "libxxhash0", "zlib1g"):
            assert re.search(rf"\b{re.escape(name)}( |,|$)", depends), f"{package}: {depends}"
        assert "boost" not in depends
    version = field(packages["libregelgraf0"], "Version")
    assert f"libregelgraf0 (= {version})" in field(packages["libregelgraf-dev"], "Depends")
    assert "libregelgraf0" in field(packages["python3-regelgraf"], "Depends")
    assert f"libregelgraf 0 libregelgraf0 (>= {version})" in run("dpkg-deb", "-I", packages["libregelgraf0"], "shlibs")


def installed():
    return set(run("dpkg-query", "-W", "-f", "${Package}\n").splitlines())


@pytest.mark.skipif(os.geteuid() != 0, reason="THE DEBIAN PACKAGES WERE NOT INSTALLED: that takes root")
@pytest.mark.skipif(any(Path(f"/var/lib/dpkg/info/{name}.list").exists() for name in NAMES),
                    reason="THE DEBIAN PACKAGES WERE NOT INSTALLED: others of that name are")  # fmt: skip
def test_installed_used_and_purged(packages, tmp_path):
    before = installed()
    try:
        # dpkg does not wait for another that is at work; apt does.
        run("env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-y", "-o", "DPkg::Lock::Timeout=300", "install",
            "--no-install-recommends", *packages.values())  # fmt: skip
        assert installed() - before == set(NAMES)
        assert run("/usr/bin/regelgraf", "--version")
        flags = run("pkg-config", "--cflags", "--libs", "regelgraf").split()
        run("cc", "-std=c99", ROOT / "examples/c/ask.c", "-o", tmp_path / "ask", *flags)
        assert run(tmp_path / "ask", *EXAMPLE) == EXPECTED
        assert run("/usr/bin/python3", "-c", "import regelgraf; print(regelgraf.__file__)").startswith("/usr/lib/python3/")
        assert run("/usr/bin/python3", ROOT / "examples/python/ask.py", *EXAMPLE) == EXPECTED
    finally:
        if there := sorted(installed() - before):
            run("dpkg", "--purge", *there)
    assert installed() == before
    left = [*Path("/usr").glob("lib/**/*regelgraf*"), *Path("/usr/bin").glob("regelgraf"), *Path("/usr/share").glob("*/*regelgraf*")]
    assert left == []
