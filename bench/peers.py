#!/usr/bin/python3
"""Compares the kernels of centrality with those of other libraries: the same graphs, the same run, equal results first.

    bench/peers.py build/release/bin/bench_kernels GRAPH... [--runs N] [--threads N] [--work FOLDER] [--networkit PYTHON]

GRAPH is a graph file without its extension (bench/graph_file.hpp tells the format). Peers that are not installed are
left out: igraph (Debian: libigraph-dev), graph-tool (python3-graph-tool), Boost (libboost-dev), NetworKit (pip install
networkit, and its Python named by --networkit). Programs take turns; of each turn the better of two runs of a task counts,
so that nobody pays for a cold start, and of all turns the median: seconds of the processor on one thread, of the clock on
several. A time is only shown where the result agrees.
"""
import argparse
import pathlib
import shutil
import statistics
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
SMALL = ["pagerank", "betweenness", "relations", "harmonic", "pagerank_query", "betweenness_query", "harmonic_query"]
LARGE = ["project", "pagerank", "betweenness64", "pagerank_query"]
LARGE_FROM = 50_000  # nodes from which searches from all of them take too long
DIFFERS = 1e-6  # relative; Boost and NetworKit stop PageRank a little earlier or later


def options():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("graphs", type=pathlib.Path, nargs="+")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--work", type=pathlib.Path, default=pathlib.Path("build/peers"))
    parser.add_argument("--networkit", default=sys.executable)
    return parser.parse_args()


def compiled(source, work, flags=()):
    """The command of a peer in C++, or None if it cannot be compiled here."""
    work.mkdir(parents=True, exist_ok=True)
    program = work / source.stem
    command = ["g++", "-std=c++20", "-O3", "-DNDEBUG", source, "-o", program, *flags]
    done = subprocess.run(command, capture_output=True, text=True)
    return [program] if done.returncode == 0 else None


def script(python, name, module):
    """The command of a peer in Python, or None without its module."""
    found = subprocess.run([python, "-c", f"import {module}, numpy"], capture_output=True).returncode == 0
    return [python, HERE / "peers" / name] if found else None


def peers(arguments):
    """The programs by their names, ours first."""
    flags = []
    if shutil.which("pkg-config"):
        flags = subprocess.run(["pkg-config", "--cflags", "--libs", "igraph"], capture_output=True, text=True).stdout.split()
    programs = {
        "entente": [arguments.program],
        "igraph": compiled(HERE / "peers/igraph_peer.cpp", arguments.work, flags),
        "graph-tool": script("/usr/bin/python3", "graph_tool_peer.py", "graph_tool"),
        "NetworKit": script(arguments.networkit, "networkit_peer.py", "networkit"),
        "Boost CSR": compiled(HERE / "peers/boost_peer.cpp", arguments.work),
    }
    for name, program in programs.items():
        if program is None:
            print(f"{name} is not installed", file=sys.stderr)
    return {name: program for name, program in programs.items() if program}


def measured(program, graph, threads, tasks):
    """[(task, seconds, check)] of the better of two runs of each task."""
    command = [*program, graph, str(threads), "2", *tasks]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{program[-1]} failed:\n{done.stderr}")
    rows = [line.split("\t") for line in done.stdout.splitlines()]
    for (task, *first, _), (_, *second, check) in zip(rows[::2], rows[1::2]):
        clock = 0 if threads == 1 else 1
        yield task, min(float(first[clock]), float(second[clock])), float(check)


def node_count(graph):
    with open(f"{graph}.bin", "rb") as file:
        return int.from_bytes(file.read(8), "little")


def compare(graph, programs, runs, threads):
    """Prints a row for each task: our median and, for each peer, its own and how many times as long that is."""
    tasks = LARGE if node_count(graph) >= LARGE_FROM else SMALL
    times, checks = {}, {}
    for _ in range(runs):
        for name, program in programs.items():
            if name in ("igraph", "Boost CSR") and threads > 1:
                continue  # they have no threads
            for task, seconds, check in measured(program, graph, threads, tasks):
                times.setdefault((task, name), []).append(seconds)
                checks[task, name] = check
    print(f"\n{graph.name}, {threads} thread{'s' if threads > 1 else ''}, median of {runs}")
    print(f"{'task':18} {'entente':>10}" + "".join(f"{name:>22}" for name in programs if name != "entente"))
    for task in tasks:
        ours = statistics.median(times[task, "entente"])
        row = f"{task:18} {ours:9.4f}s"
        for name in programs:
            if name != "entente":
                row += f"{cell(task.removesuffix('_query'), name, ours, times, checks):>22}"
        print(row)


def cell(task, name, ours, times, checks):
    if (task, name) not in times:
        return "-"
    expected = checks[task, "entente"]
    if abs(checks[task, name] - expected) > DIFFERS * abs(expected):
        return f"differs: {checks[task, name]:.6g}"
    theirs = statistics.median(times[task, name])
    return f"{theirs:.4f}s {theirs / ours:6.1f}x"


def main():
    arguments = options()
    programs = peers(arguments)
    for graph in arguments.graphs:
        compare(graph, programs, arguments.runs, arguments.threads)


if __name__ == "__main__":
    main()
