"""Who decides, and what breaks: a municipality's governance chain as a graph.

Start with `Model.open`. Names are those of the model file and of the C ABI.
"""

from ._native import lib as _lib
from .answers import (
    Answer,
    Breaks,
    Burden,
    Cuts,
    Decision,
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
from .plans import PlanFinding, PlanFindings
from .session import WhatIfSession

__version__: str = _lib.rg_version().decode()

__all__ = [
    "Answer",
    "Breaks",
    "Burden",
    "CancelToken",
    "Cancelled",
    "Cuts",
    "Decision",
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
    "Option",
    "OutOfMemory",
    "PersonalData",
    "PlanFinding",
    "PlanFindings",
    "PowerOver",
    "Ranked",
    "Ranking",
    "RemovalPlan",
    "Status",
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
