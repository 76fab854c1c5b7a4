import case_system
import pytest


@pytest.fixture(params=case_system.PROGRAMS)
def system(request, tmp_path):
    """The case system in each language, with its staff on a new database."""
    made = case_system.CaseSystem(case_system.PROGRAMS[request.param], tmp_path)
    made.do("mbak", "setup", "staff.csv")
    return made
