"""What a call of rg_may costs through ctypes.   overhead.py MODEL ACTOR POWER TARGET [SECONDS]"""

import sys
import time
from ctypes import byref, c_int32

from regelgraf import Model, _native, calls

AT_ONCE = 1000


def measure(question, actor, seconds):
    """(nanoseconds a call, calls): the least of five passes, as overhead.c."""
    may, error = c_int32(), _native.error_p()
    out, failed = byref(may), byref(error)
    function = _native.lib.rg_may
    best, calls_made = float("inf"), 0
    for _ in range(5):
        count, took, began = 0, 0, time.perf_counter_ns()
        while took < seconds / 5 * 1e9:
            for _ in range(AT_ONCE):
                if function(question, actor, out, failed):
                    raise SystemExit(_native.lib.rg_error_message(error).decode())
            count += AT_ONCE
            took = time.perf_counter_ns() - began
        best, calls_made = min(best, took / count), calls_made + count
    return best, calls_made


def main():
    if len(sys.argv) < 5:
        sys.exit(__doc__)
    path, actor, power, target = sys.argv[1:5]
    seconds = float(sys.argv[5]) if len(sys.argv) > 5 else 0.5
    with Model.open(path) as model, model._handle as handle:
        question = _native.question_p()
        calls.call(_native.lib.rg_question_new, handle, power.encode(), target.encode(), byref(question))
        each, count = measure(question, actor.encode(), seconds)
        print(f"python: {each:.0f} ns a call, {count} calls")
        _native.lib.rg_question_free(byref(question))


if __name__ == "__main__":
    main()
