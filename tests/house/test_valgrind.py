"""What tests/capi/under_valgrind would not let pass: planted in a program, each is found."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(not shutil.which("valgrind"), reason="NOTHING RAN UNDER VALGRIND: it is not here")

MODEL = '"{\\"regelgraf\\": 1, \\"model\\": {\\"id\\": \\"m\\"}, \\"elements\\": []}"'
PROGRAM = """
#include <stdlib.h>
#include <regelgraf.h>
int main(void) {{
  rg_model* model = NULL;
  char* id = malloc(2);
  int wrong = id == NULL || rg_model_from_text({model}, RG_NUL_TERMINATED, NULL, &model, NULL) != RG_OK;
  {planted}
  rg_model_free(&model);
  free(id);
  return wrong;
}}
"""


@pytest.fixture
def status(root, build, tmp_path):
    library = Path(os.environ.get("REGELGRAF_LIBRARY", build / "lib" / "libregelgraf.so")).resolve()

    def ran(planted):
        (tmp_path / "main.c").write_text(PROGRAM.format(model=MODEL, planted=planted))
        subprocess.run([os.environ.get("REGELGRAF_CC", "cc"), "-g", f"-I{root / 'capi/include'}", "main.c", library,
                        f"-Wl,-rpath,{library.parent}", "-o", "main"], check=True, cwd=tmp_path)  # fmt: skip
        return subprocess.run([root / "tests/capi/under_valgrind", "./main"], cwd=tmp_path, capture_output=True).returncode

    return ran


def test_nothing_is_found_where_nothing_is_wrong(status):
    assert status("") == 0


@pytest.mark.parametrize("planted", [
    "model = NULL;",  # never freed
    "uint32_t at = 0; (void)rg_model_find(model, id, 2, &at, NULL);",  # two bytes that nobody wrote
    "uint32_t at = 0; id[0] = id[1] = 'a'; (void)rg_model_find(model, id, 3, &at, NULL);",  # a byte more than there is
    "rg_model* again = model; rg_model_free(&model); wrong = rg_model_id(again, NULL) == NULL;",  # gone
])  # fmt: skip
def test_what_is_planted_is_found(status, planted):
    assert status(planted) == 9
