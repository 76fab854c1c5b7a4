"""Compiles the Java binding and its tests and runs them with JUnit 5.

usage: run.py RESULTS.xml [JUNIT OPTIONS]

REGELGRAF_LIBRARY is the library; what is compiled lies below REGELGRAF_BUILD. The jars are Debian's
(libjna-java, junit5). RESULTS.xml is what tests/house/tally.py counts.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
JARS = Path("/usr/share/java")
JUNIT = ("junit-jupiter-api", "junit-jupiter-params", "junit-platform-commons", "opentest4j", "apiguardian-api")
ENGINE = ("junit-jupiter-engine", "junit-platform-engine", "junit-platform-launcher", "junit-platform-console",
          "junit-platform-reporting", "opentest4j-reporting-events", "opentest4j-reporting-schema", "picocli",
          "univocity-parsers")  # fmt: skip


def jars(*names):
    found = [JARS / f"{name}.jar" for name in names]
    for jar in found:
        if not jar.exists():
            sys.exit(f"{jar} is not there: apt-get install libjna-java junit5")
    return found


def main(results, *options):
    library = Path(os.environ["REGELGRAF_LIBRARY"]).resolve()
    folder = Path(os.environ["REGELGRAF_BUILD"]) / "java"
    shutil.rmtree(folder, ignore_errors=True)
    binding = folder / "regelgraf.jar"
    subprocess.run([ROOT / "bindings/java/build", binding], check=True)

    path = [binding, *jars("jna", *JUNIT)]
    sources = sorted((ROOT / "tests/bindings/java").rglob("*.java"))
    subprocess.run(["javac", "--release", "17", "-encoding", "UTF-8", "-Xlint:all,-try", "-Werror",
                    "-cp", os.pathsep.join(map(str, path)), "-d", folder / "tests", *sources], check=True)  # fmt: skip
    path += [folder / "tests", *jars(*ENGINE)]
    reports = folder / "reports"
    run = subprocess.run([
        "java", "-Dfile.encoding=UTF-8", f"-Dregelgraf.library={library}", f"-Dregelgraf.root={ROOT}",
        "-cp", os.pathsep.join(map(str, path)), "org.junit.platform.console.ConsoleLauncher", "--disable-banner",
        "--details", "summary", "--fail-if-no-tests", "--include-classname", ".*Test", "--reports-dir", reports,
        *(options or ("--select-package", "dk.regelgraf")),
    ])  # fmt: skip
    if (reports / "TEST-junit-jupiter.xml").exists():
        Path(results).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(reports / "TEST-junit-jupiter.xml", results)
    return run.returncode


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
