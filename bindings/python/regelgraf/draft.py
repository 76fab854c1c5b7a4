"""Models while they are built or changed."""

from __future__ import annotations

import json
import weakref
from collections.abc import Iterable, Mapping
from ctypes import byref, c_int32
from typing import TYPE_CHECKING, Any, TypeAlias

from . import _native, errors
from .calls import call, utf8
from .limits import CancelToken, Progress, limits
from .loading import Log, PathLike, load_options

if TYPE_CHECKING:
    from .model import Model

lib = _native.lib

#: A head or an element as a model file has it: a dict, or its JSON.
Written: TypeAlias = Mapping[str, Any] | str


def _json(written: Written, what: str) -> bytes:
    if isinstance(written, str):
        return utf8(written, what)
    return json.dumps(written, ensure_ascii=False, allow_nan=False).encode()


class Draft:
    """A model while it is being built or changed: elements of one layer by id.

    It may be wrong; nothing can be asked of it. One thread at a time. `Model.draft()` gives one with the
    model's own elements in it. Closing is for `with` and for those in a hurry: it is freed by itself.
    """

    def __init__(
        self,
        head: Written,
        *,
        layers: Mapping[str, str | bytes] | None = None,
        folders: Iterable[PathLike] = (),
        allow_personal_data: bool = False,
        log: Log | None = None,
    ) -> None:
        """A draft without elements. `head`: the value of `model` in a model file, with `id` at least; the
        layers that `extends` names are loaded now, and looked for as `Model.open` does.

        Raises InvalidModel, Unreadable, TooLarge.
        """
        given = _json(head, "head")
        pointer = _native.draft_p()
        with load_options(layers, folders, None, allow_personal_data, log=log) as options:
            call(lib.rg_draft_new, given, len(given), options, byref(pointer))
        self._hold(pointer)

    @classmethod
    def _of(cls, model: Any) -> Draft:
        draft = cls.__new__(cls)
        pointer = _native.draft_p()
        call(lib.rg_draft_from_model, model, byref(pointer))
        draft._hold(pointer)
        return draft

    def _hold(self, pointer: Any) -> None:
        self._held = pointer
        self._finalizer = weakref.finalize(self, lib.rg_draft_free, byref(pointer))

    @property
    def _pointer(self) -> Any:
        if not self._finalizer.alive:
            raise errors.InvalidArgument("the draft is closed")
        return self._held

    def close(self) -> None:
        """Let go of the draft; models made of it stay. Closing twice is fine."""
        self._finalizer()

    def __enter__(self) -> Draft:
        return self

    def __exit__(self, *unused: object) -> None:
        self.close()

    def set_head(self, head: Written) -> None:
        """Replace the head: a new name or edition. `extends` must name what it named."""
        given = _json(head, "head")
        call(lib.rg_draft_set_head, self._pointer, given, len(given))

    def add(self, element: Written) -> bool:
        """Add an element, or put it in the place of the one with its id; True if there was one.

        What it names need not be there yet. Raises InvalidModel where no such element can be; the draft is
        as before.
        """
        given = _json(element, "element")
        replaced = c_int32()
        call(lib.rg_draft_add, self._pointer, given, len(given), byref(replaced))
        return bool(replaced.value)

    def remove(self, id: str) -> None:
        """Take an element out. Raises UnknownElement; those of layers below stay as they are."""
        given = utf8(id, "id")
        call(lib.rg_draft_remove, self._pointer, given, len(given))

    def __len__(self) -> int:
        """How many elements, without those of layers below."""
        count: int = lib.rg_draft_element_count(self._pointer)
        return count

    def __bool__(self) -> bool:
        return True  # an empty draft is a draft

    def freeze(
        self,
        *,
        cancel: CancelToken | None = None,
        seconds: float | None = None,
        progress: Progress | None = None,
    ) -> Model:
        """Make a model of the draft, which stays as it is.

        `cancel`, `seconds`, `progress` as in `Model.rank`. Raises InvalidModel with every finding, TooLarge,
        Cancelled.
        """
        from .model import Model, _Handle

        model = _native.model_p()
        with limits(cancel, seconds, progress) as within:
            call(lib.rg_draft_freeze, self._pointer, within, byref(model))
        return Model(_Handle(model))
