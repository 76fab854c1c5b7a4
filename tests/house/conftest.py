"""What the house tests share: where the project and the build are."""

import os
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

sys.path[:0] = [str(Path(__file__).parent), str(ROOT / "capi")]


@pytest.fixture(scope="session")
def root():
    return ROOT


@pytest.fixture(scope="session")
def build():
    return Path(os.environ.get("REGELGRAF_BUILD", ROOT / "build" / "dev"))
