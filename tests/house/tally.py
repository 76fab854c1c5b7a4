"""Counts what the tests left behind and prints the closing line of `./dev test`.

usage: tally.py BUILD PRESET:PART,PART...

BUILD/PRESET/results holds CTest's own ctest.xml and, for the programs that write one, a JUnit file
part.name.xml with the cases. A part that is expected and has not one case is a failure, and so is a
program that failed although its file shows none: it may have died before or after writing it.
"""

import sys
import xml.etree.ElementTree as ET
from collections import defaultdict
from pathlib import Path


def cases(junit):
    """(passed, failed, skipped) of one JUnit file, as GoogleTest, pytest and CTest write it."""
    passed = failed = skipped = 0
    for case in ET.parse(junit).getroot().iter("testcase"):
        if case.find("failure") is not None or case.find("error") is not None:
            failed += 1
        elif (
            case.find("skipped") is not None
            or case.get("status") in ("notrun", "disabled")
            or case.get("result") in ("skipped", "suppressed")
        ):
            skipped += 1
        else:
            passed += 1
    return passed, failed, skipped


def skips(results):
    """Why cases of a preset were skipped: each reason once, with how many."""
    reasons = defaultdict(int)
    for junit in sorted(results.glob("*.*.xml")):
        try:
            for skipped in ET.parse(junit).getroot().iter("skipped"):
                reasons[skipped.get("message") or "no reason given"] += 1
        except ET.ParseError:
            pass  # tally() has counted it as a failure
    return reasons


def tally(results, parts):
    """({part: [passed, failed, skipped]}, [complaint]) of one preset."""
    counts, complaints = defaultdict(lambda: [0, 0, 0]), []
    ctest = results / "ctest.xml"
    programs = list(ET.parse(ctest).getroot().iter("testcase")) if ctest.exists() else []
    for program in programs:
        name = program.get("name")
        part, own = counts[name.split(".")[0]], results / f"{name}.xml"
        died = program.get("status") != "run"
        try:
            found = cases(own) if own.exists() else (int(not died), 0, 0)
        except ET.ParseError:
            found, died = (0, 0, 0), True
        if died and not found[1]:
            found = (found[0], 1, found[2])
            complaints.append(f"{name} failed outside its cases")
        for i in range(3):
            part[i] += found[i]
    for part in parts:
        if not counts[part][0] + counts[part][1]:
            counts[part][1] += 1
            complaints.append(f"{part} did not run, or had no test")
    return counts, complaints


def main(build, *expected):
    total = [0, 0, 0]
    for entry in expected:
        preset, parts = entry.split(":")
        counts, complaints = tally(Path(build) / preset / "results", parts.split(","))
        for part, count in counts.items():
            total = [t + c for t, c in zip(total, count)]
            print(f"   {preset:5} {part:9} {count[0]:5} passed, {count[1]} failed"
                  + (f", {count[2]} skipped" if count[2] else ""))
        for reason, count in skips(Path(build) / preset / "results").items():
            print(f"   {preset:5} SKIPPED {count}: {reason}")
        for complaint in complaints:
            print(f"   {preset:5} {complaint}")
    if total[2]:
        print(f"   {total[2]} skipped")
    print(f"{total[0]} passed, {total[1]} failed")
    return 0 if total[0] and not total[1] else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
