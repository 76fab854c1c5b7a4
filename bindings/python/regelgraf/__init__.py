"""Who decides, and what breaks: a municipality's governance chain as a graph.

Start with `Model.open`. Names are those of the model file and of the C ABI.
"""

from ._native import lib as _lib
from .answers import (
    Answer,
    AuthorityDiff,
    BestRemovals,
    Breaks,
    Burden,
    Cuts,
    Decider,
    Decision,
    Diff,
    ElementDiff,
    Finding,
    Findings,
    GoneRule,
    Group,
    JournalNote,
    KeepSet,
    KeptRule,
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
from .plan_tests import PlanDifference, PlanTestCase, PlanTestReport
from .plans import PlanFinding, PlanFindings
from .review import Applied, Review
from .session import WhatIfSession
from .sheets import Picture, Worksheet, Worksheets
from .store import AsOf, Conflict, Store

__version__: str = _lib.rg_version().decode()

__all__ = [
    "Answer",
    "Applied",
    "AsOf",
    "AuthorityDiff",
    "BestRemovals",
    "Breaks",
    "Burden",
    "CancelToken",
    "Cancelled",
    "Conflict",
    "Cuts",
    "Decider",
    "Decision",
    "Diff",
    "Draft",
    "ElementDiff",
    "Error",
    "Finding",
    "Findings",
    "GoneRule",
    "Group",
    "Internal",
    "InvalidArgument",
    "InvalidModel",
    "InvalidQuestion",
    "JournalNote",
    "KeepSet",
    "KeptRule",
    "May",
    "Model",
    "MovedAuthority",
    "Option",
    "OutOfMemory",
    "PersonalData",
    "Picture",
    "PlanDifference",
    "PlanFinding",
    "PlanFindings",
    "PlanTestCase",
    "PlanTestReport",
    "PowerOver",
    "Ranked",
    "Ranking",
    "RemovalPlan",
    "Review",
    "Status",
    "Store",
    "Text",
    "TooLarge",
    "UnknownElement",
    "Unreadable",
    "WhatIf",
    "WhatIfSession",
    "WhatMay",
    "Why",
    "Worksheet",
    "Worksheets",
    "WrongType",
    "__version__",
]
