"""The declarations say what the header says, and a library that does not fit is refused with a sentence."""

import ctypes
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import regelgraf
from conftest import ROOT
from regelgraf import _native

HEADER = re.sub(r"/\*.*?\*/", "", (ROOT / "capi/include/regelgraf.h").read_text(encoding="utf-8"), flags=re.S)
PACKAGE = ROOT / "bindings/python"

C_TYPES = {
    "void": None, "const char *": ctypes.c_char_p, "size_t": ctypes.c_size_t, "double": ctypes.c_double,
    "int32_t": ctypes.c_int32, "uint32_t": ctypes.c_uint32, "uint64_t": ctypes.c_uint64,
    **dict.fromkeys(re.findall(r"typedef int32_t (\w+);", HEADER), ctypes.c_int32),
    "size_t *": ctypes.POINTER(ctypes.c_size_t), "int32_t *": ctypes.POINTER(ctypes.c_int32),
    "uint32_t *": ctypes.POINTER(ctypes.c_uint32), "double *": ctypes.POINTER(ctypes.c_double),
    "rg_permission *": ctypes.POINTER(ctypes.c_int32),
    "uint64_t *": ctypes.POINTER(ctypes.c_uint64),
    "rg_log": _native.log_f, "rg_progress": _native.progress_f, "rg_new_state": _native.new_state_f,
    "void *": ctypes.c_void_p,
    "const char *const *": ctypes.POINTER(ctypes.c_char_p), "const char **": ctypes.POINTER(ctypes.c_char_p),
}  # fmt: skip


def c_type(text):
    """The ctypes type of a parameter as `const rg_model *model`, or of a result as `rg_status`."""
    name = re.sub(r"\s*\b\w+$", "", text) if "*" in text else text.split()[0]
    name = re.sub(r"\s*(\*+)\s*", r" \1", name).strip()
    name = name.replace("*const", "*const ").replace("const  *", "const *")
    if name in C_TYPES:
        return C_TYPES[name]
    handle, stars = re.fullmatch(r"(?:const )?(rg_\w+) (\*{1,2})", name).groups()
    pointer = ctypes.POINTER(getattr(_native, handle))
    return pointer if stars == "*" else ctypes.POINTER(pointer)


def declared_in_c():
    found = re.findall(r"RG_API\s+([\w\s*]+?)\s*RG_CALL\s+(rg_\w+)\s*\(([^)]*)\)\s*;", HEADER)
    return {
        name: (
            c_type(result.strip() + ("x" if result.strip().endswith("*") else "")),
            [] if takes.strip() == "void" else [c_type(" ".join(one.split())) for one in takes.split(",")],
        )
        for result, name, takes in found
    }


def test_every_function_is_declared_as_in_the_header():
    header = declared_in_c()
    assert len(header) == HEADER.count("RG_CALL rg_") > 40
    assert set(_native.FUNCTIONS) == set(header)
    for name, (returns, takes) in header.items():
        assert _native.FUNCTIONS[name] == (returns, takes), name


def test_a_planted_difference_is_caught():
    assert c_type("const rg_model *model") is _native.model_p
    assert c_type("rg_error **error") is ctypes.POINTER(_native.error_p)
    assert c_type("size_t *length") != c_type("size_t length")
    assert c_type("int32_t value") != c_type("double value")
    assert c_type("const char *const *ids") != c_type("const char *id")


def test_the_c_test_calls_every_function():
    text = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests/capi").glob("c_*.c"))
    assert [name for name in declared_in_c() if f"{name}(" not in text] == []


def test_statuses_are_those_of_the_header():
    block = HEADER[HEADER.index("typedef int32_t rg_status") :]
    values = dict(re.findall(r"RG_(\w+) =\s*(\d+)", block[: block.index("};")]))
    assert {name: int(value) for name, value in values.items()} == {s.name: s.value for s in regelgraf.Status}
    assert int(re.search(r"#define RG_ABI_VERSION (\d+)", HEADER)[1]) == _native.ABI


def test_every_status_has_its_exception():
    raised = {kind.status for kind in regelgraf.Error.__subclasses__()}
    assert raised == set(regelgraf.Status) - {regelgraf.Status.OK}
    assert all(kind.__name__ in regelgraf.__all__ for kind in regelgraf.Error.__subclasses__())


def test_the_version_is_the_projects():
    version = re.search(r"VERSION (\d+\.\d+\.\d+)", (ROOT / "CMakeLists.txt").read_text())[1]
    assert regelgraf.__version__ == version
    assert f'version = "{version}"' in (PACKAGE / "pyproject.toml").read_text()


def importing(library, **more):
    environment = {**os.environ, "PYTHONPATH": str(PACKAGE), "REGELGRAF_LIBRARY": str(library), **more}
    return subprocess.run([sys.executable, "-c", "import regelgraf; print(regelgraf.__version__)"],
                          capture_output=True, text=True, env=environment)  # fmt: skip


def compiled(folder, text):
    (folder / "other.c").write_text(text)
    library = folder / "libother.so"
    subprocess.run([os.environ.get("REGELGRAF_CC", "cc"), "-shared", "-fPIC", folder / "other.c", "-o", library], check=True)
    return library


def test_another_abi_is_refused_with_both_versions_and_the_path(tmp_path):
    library = compiled(tmp_path, 'int rg_abi_version(void) { return 7; } const char *rg_version(void) { return "9.8.7"; }')
    said = importing(library).stderr
    assert f"ImportError: regelgraf: this package speaks ABI {_native.ABI}, but the library {library} is version 9.8.7 with ABI 7" in said


def test_a_library_without_a_function_is_refused(tmp_path):
    library = compiled(tmp_path, f'int rg_abi_version(void) {{ return {_native.ABI}; }} const char *rg_version(void) {{ return "0.1.0"; }}')
    assert f"the library {library} has no rg_error_status; it is older than this package" in importing(library).stderr


@pytest.mark.parametrize("content", [None, b"not a library"])
def test_what_is_no_library_is_refused(tmp_path, content):
    path = tmp_path / "libregelgraf.so"
    if content:
        path.write_bytes(content)
    said = importing(path).stderr
    assert f"ImportError: regelgraf: cannot load the library {path}" in said and "REGELGRAF_LIBRARY" in said


def test_the_library_beside_the_package_is_found(tmp_path):
    for path in (PACKAGE / "regelgraf").glob("*.py"):
        (tmp_path / "regelgraf").mkdir(exist_ok=True)
        (tmp_path / "regelgraf" / path.name).write_bytes(path.read_bytes())
    library = Path(_native.lib._name).resolve()
    (tmp_path / "regelgraf/libregelgraf.so.0").symlink_to(library)
    assert importing("", PYTHONPATH=str(tmp_path)).stdout.strip() == regelgraf.__version__
