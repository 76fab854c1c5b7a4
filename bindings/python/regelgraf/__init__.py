"""Who decides, and what breaks: a municipality's governance chain as a graph.

Start with `Model.open`. Names are those of the model file and of the C ABI.
"""

from ._native import lib as _lib
from .answers import (
    Answer,
    AuthorityDiff,
    Breaks,
    Burden,
    Cuts,
    Decider,
    Decision,
    Diff,
    ElementDiff,
    Finding,
    Findings,
    Group,
    JournalNote,
    May,
    MovedAuthority,
    Option,
    PowerOver,
    Ranked,
    Ranking,
    RemovalPlan,
    Text,
    WhatIf,
    WhatMay,
    Why,
)
from .draft import Draft
from .errors import (
    Cancelled,
    Error,
    Internal,
    InvalidArgument,
    InvalidModel,
    InvalidQuestion,
    OutOfMemory,
    PersonalData,
    Status,
    TooLarge,
    UnknownElement,
    Unreadable,
    WrongType,
)
from .limits import CancelToken
from .model import Model
from .nominations import Nomination, Nominations, Qualification, QualifiedRule, TableFinding
from .plan_tests import PlanDifference, PlanTestCase, PlanTestReport
from .plans import PlanFinding, PlanFindings
from .session import WhatIfSession

__version__: str = _lib.rg_version().decode()

__all__ = [
    "Answer",
    "AuthorityDiff",
    "Breaks",
    "Burden",
    "CancelToken",
    "Cancelled",
    "Cuts",
    "Decider",
    "Decision",
    "Diff",
    "Draft",
    "ElementDiff",
    "Error",
    "Finding",
    "Findings",
    "Group",
    "Internal",
    "InvalidArgument",
    "InvalidModel",
    "InvalidQuestion",
    "JournalNote",
    "May",
    "Model",
    "MovedAuthority",
    "Nomination",
    "Nominations",
    "Option",
    "OutOfMemory",
    "PersonalData",
    "PlanDifference",
    "PlanFinding",
    "PlanFindings",
    "PlanTestCase",
    "PlanTestReport",
    "PowerOver",
    "Qualification",
    "QualifiedRule",
    "Ranked",
    "Ranking",
    "RemovalPlan",
    "Status",
    "TableFinding",
    "Text",
    "TooLarge",
    "UnknownElement",
    "Unreadable",
    "WhatIf",
    "WhatIfSession",
    "WhatMay",
    "Why",
    "WrongType",
    "__version__",
]
