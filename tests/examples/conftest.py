import shutil

import case_system
import pytest


@pytest.fixture(scope="session")
def staffed(tmp_path_factory):
    """A database with the staff and nothing else."""
    made = case_system.CaseSystem(case_system.PROGRAMS["Python"], tmp_path_factory.mktemp("staffed"))
    made.do("mbak", "setup", "staff.csv")
    return made.db


@pytest.fixture(params=case_system.PROGRAMS)
def system(request, staffed, tmp_path):
    """The case system in each language, on a database of its own."""
    made = case_system.CaseSystem(case_system.PROGRAMS[request.param], tmp_path)
    shutil.copy(staffed, made.db)
    return made
