#!/usr/bin/env python3
"""Plain reachability on the same removals with NetworkX and with SQLite's recursive query.

usage: compare_python.py FOLDER

FOLDER holds edges.txt and removals.txt, as `regelgraf_targets --export FOLDER` writes them. Prints a line for
each library: seconds of processor time for the removals (0: not there), how many were asked, the name.
Both give the answer that plain reachability gives, which is wrong where a requirement has alternatives left.
"""

import pathlib
import sqlite3
import sys
import time

TOO_SLOW = 60  # seconds after which a library is stopped


def timed(removals, ask):
    start = time.process_time()
    for asked, removal in enumerate(removals):
        if time.process_time() - start > TOO_SLOW:
            return time.process_time() - start, asked
        ask(removal)
    return time.process_time() - start, len(removals)


def networkx_search(edges, removals):
    try:
        import networkx
    except ImportError:
        return 0, 0, "NetworkX (python3-networkx is not installed)"
    graph = networkx.DiGraph(edges)

    def ask(removal):
        reached = set()
        for one in removal:
            if one in graph and one not in reached:
                reached |= networkx.descendants(graph, one)
        return reached - set(removal)

    return *timed(removals, ask), f"NetworkX {networkx.__version__}, descendants"


def sqlite_search(edges, removals):
    db = sqlite3.connect(":memory:")
    db.execute("CREATE TABLE edge (listed INTEGER, owner INTEGER, PRIMARY KEY (listed, owner)) WITHOUT ROWID")
    db.executemany("INSERT OR IGNORE INTO edge VALUES (?, ?)", edges)
    db.execute("CREATE TEMP TABLE removed (id INTEGER PRIMARY KEY)")

    def ask(removal):
        db.execute("DELETE FROM removed")
        db.executemany("INSERT INTO removed VALUES (?)", [(one,) for one in removal])
        return db.execute(
            "WITH RECURSIVE reached (id) AS (SELECT id FROM removed UNION"
            " SELECT owner FROM edge JOIN reached ON listed = reached.id)"
            " SELECT id FROM reached WHERE id NOT IN (SELECT id FROM removed)"
        ).fetchall()

    return *timed(removals, ask), f"SQLite {sqlite3.sqlite_version}, recursive query, in memory"


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = pathlib.Path(sys.argv[1])

    def numbers(name):
        return [tuple(map(int, line.split())) for line in (folder / name).read_text().splitlines()]

    edges, removals = numbers("edges.txt"), numbers("removals.txt")
    for search in (networkx_search, sqlite_search):
        seconds, asked, name = search(edges, removals)
        print(f"{seconds:.6f} {asked} {name}", flush=True)


if __name__ == "__main__":
    main()
