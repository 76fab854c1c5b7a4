"""The library as two files, for those who vendor.

python3 bundle.py FOLDER: writes FOLDER/regelgraf.h and FOLDER/regelgraf.cpp. The second is the sources of the C ABI and
of what lies below it, in the order of their CMakeLists.txt, every header of ours where it is first included.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
INCLUDE = re.compile(r'\s*#\s*include\s*([<"])([^>"]+)[>"]')
BODIES = re.compile(r"#ifndef REGELGRAF_DECLARATIONS_ONLY\n(.*?)#endif\n", re.DOTALL)  # all are here
CONDITION = re.compile(r"\s*#\s*(if|endif)")
VERSION = re.search(r"VERSION (\d+\.\d+\.\d+)", (ROOT / "CMakeLists.txt").read_text(encoding="utf-8"))[1]

HEAD = f"""// regelgraf {VERSION} as one source, written by cmake/bundle.py. Licence: Apache-2.0.
//
//   g++ -std=c++20 -O2 -c regelgraf.cpp
//
// and link with {{libraries}}. The header is regelgraf.h.

"""


def sources(folder, target):
    """What `add_library(target ...)` lists in the CMakeLists.txt of a folder."""
    text = (ROOT / folder / "CMakeLists.txt").read_text(encoding="utf-8")
    listed = re.search(rf"add_library\({target} \w+([^)]*)\)", text)[1].split()
    assert len(listed) > 5, f"{folder}/CMakeLists.txt lists no sources of {target}"
    return [ROOT / folder / name for name in listed]


def generated(folder):
    """{what it stands for: the file}, written into a folder."""
    version, layers = folder / "version.hpp", folder / "builtin_layers.cpp"
    text = (ROOT / "include/regelgraf/version.hpp.in").read_text(encoding="utf-8")
    major, minor, patch = VERSION.split(".")
    known = {"VERSION": VERSION, "VERSION_MAJOR": major, "VERSION_MINOR": minor, "VERSION_PATCH": patch}
    version.write_text(re.sub(r"@PROJECT_(\w+)@", lambda m: known[m[1]], text), encoding="utf-8")
    embedded = re.search(r"set\(layers (.+)\)", (ROOT / "src/CMakeLists.txt").read_text(encoding="utf-8"))[1]
    embedded = embedded.replace("${CMAKE_CURRENT_SOURCE_DIR}", str(ROOT / "src")).replace(" ", ";")
    subprocess.run(["cmake", "-D", f"OUTPUT={layers}", "-D", f"LAYERS={embedded}", "-P", ROOT / "cmake/EmbedLayers.cmake"],
                   check=True)  # fmt: skip
    page = folder / "report_page.cpp"
    subprocess.run(["cmake", "-D", f"OUTPUT={page}", "-D", f"FOLDER={ROOT / 'src/report/page'}",
                    "-P", ROOT / "cmake/EmbedPage.cmake"], check=True)  # fmt: skip
    return {ROOT / "include/regelgraf/version.hpp": version, ROOT / "src/${builtin_layers}": layers,
            ROOT / "src/${report_page}": page}  # fmt: skip


class Bundle:
    def __init__(self, stands_for):
        self.stands_for = stands_for
        self.seen = {ROOT / "capi/include/regelgraf.h"}  # stays a file of its own
        self.foreign = set()
        self.lines = []

    def find(self, quote, name, here):
        folders = ([here] if quote == '"' else []) + [ROOT / f for f in ("src", "include", "capi/include", "capi/src")]
        for path in (folder / name for folder in folders):
            if path.exists() or path in self.stands_for:
                return path.resolve()
        return None

    def add(self, path):
        if path in self.seen:
            return
        self.seen.add(path)
        text = BODIES.sub(r"\1", self.stands_for.get(path, path).read_text(encoding="utf-8"))
        self.lines.append(f"\n// ==== {path.relative_to(ROOT)}")
        depth = 0
        for line in text.splitlines():
            if condition := CONDITION.match(line):
                depth += 1 if condition[1] == "if" else -1
            if line.strip() == "#pragma once":
                continue
            if include := INCLUDE.match(line):
                ours = self.find(*include.groups(), path.parent)
                if ours:
                    assert depth == 0, f"{path}: a header of ours on a condition"
                    self.add(ours)
                    continue
                if depth == 0:
                    if line in self.foreign:
                        continue
                    self.foreign.add(line)
            self.lines.append(line)


def main(folder):
    with tempfile.TemporaryDirectory() as work:
        bundle = Bundle(generated(Path(work)))
        # Without a solver, which would be a library more to link.
        for source in [*sources("src", "regelgraf"), ROOT / "src/optimise/none.cpp", *sources("capi", "regelgraf_c_often"),
                       *sources("capi", "regelgraf_c_seldom")]:
            bundle.add(source)
    # What pkg-config says to who links the archive.
    libraries = re.search(r"Libs\.private: (.+)", (ROOT / "cmake/regelgraf.pc.in").read_text(encoding="utf-8"))[1]
    libraries = re.sub(r"@\w+@", "", libraries)
    body = re.sub(r"\n{3,}", "\n\n", "\n".join(bundle.lines))
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "regelgraf.cpp").write_text(
        HEAD.format(libraries=libraries) + '#define RG_BUILDING\n#include "regelgraf.h"\n' + body + "\n", encoding="utf-8")
    (folder / "regelgraf.h").write_bytes((ROOT / "capi/include/regelgraf.h").read_bytes())


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
