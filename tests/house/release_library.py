"""A release of libregelgraf is small and needs only what the README names.

python3 release_library.py LIBRARY: says how large it is; ends with 1 and the reason if it may not go out.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

MOST = 3_000_000  # bytes, stripped
# The libraries of GCC and libc, then those of the table in the README.
MAY_NEED = {
    "libc.so", "libm.so", "libstdc++.so", "libgcc_s.so",
    "libsimdjson.so", "libz.so", "libmbedcrypto.so", "libutf8proc.so", "libxxhash.so", "libstemmer.so", "libsqlite3.so",
    "libCbc.so", "libCgl.so", "libOsiClp.so", "libOsi.so", "libClp.so", "libCoinUtils.so",
}  # fmt: skip


def stripped_size(library):
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "stripped"
        subprocess.run(["strip", "--strip-unneeded", "-o", copy, library], check=True)
        return copy.stat().st_size


def needed(library):
    """Names without the version: libz.so for libz.so.1."""
    text = subprocess.run(["readelf", "-d", library], check=True, capture_output=True, text=True).stdout
    assert "(SONAME)" in text, f"readelf read nothing from {library}"
    return {re.sub(r"\.so\..*", ".so", name) for name in re.findall(r"\(NEEDED\).*\[(.+)\]", text)}


def faults(size, names):
    found = [f"it needs {name}, which the README does not name" for name in sorted(names - MAY_NEED)]
    if size > MOST:
        found.append(f"stripped it has {size:,} bytes; {MOST:,} are allowed")
    return found


def main(library):
    size = stripped_size(library)
    found = faults(size, needed(library))
    for fault in found:
        print(f"{library}: {fault}", file=sys.stderr)
    print(f"   {library}: {size:,} bytes stripped, of {MOST:,}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
