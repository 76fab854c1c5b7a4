import esdh
import pytest


@pytest.fixture(params=esdh.PROGRAMS)
def system(request, tmp_path):
    """The case system in each language, with its staff on a new database."""
    made = esdh.CaseSystem(esdh.PROGRAMS[request.param], tmp_path)
    made.do("mbak", "setup", "staff.csv")
    return made
