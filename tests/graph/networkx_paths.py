"""Compares paths through a graph of dated events with those of networkx: networkx_paths.py PATH_DUMP FOLDER.

FOLDER holds train.txt, valid.txt and test.txt of ICEWS14: subject, kind, object and day in each line.
"""

import itertools
import json
import math
import pathlib
import subprocess
import sys

import networkx as nx

TOLERANCE = 1e-8  # costs are rounded to billionths


def events_of(files):
    for file in files:
        for line in file.read_text().splitlines():
            yield [int(column) for column in line.split()[:4]]


def graphs_of(events):
    """Simple graphs whose arcs have the least doubt of the events that they stand for."""
    graphs = {"directed": nx.DiGraph(), "either": nx.Graph()}
    for graph in graphs.values():
        graph.add_nodes_from(range(1 + max(max(event[0], event[2]) for event in events)))
        for subject, kind, object_, _ in events:
            doubt = -math.log(1 - kind % 10 / 20)
            if subject != object_ and doubt < graph.get_edge_data(subject, object_, {"doubt": math.inf})["doubt"]:
                graph.add_edge(subject, object_, doubt=doubt)
    return graphs


def costs_of_paths(graph, start, goal, weight):
    if start == goal:
        return [0.0]
    if not nx.has_path(graph, start, goal):
        return []
    paths = itertools.islice(nx.shortest_simple_paths(graph, start, goal, weight=weight), 4)
    return [nx.path_weight(graph, path, weight) if weight else len(path) - 1 for path in paths]


def steps_in_time(dated, start, goal):
    """The fewest steps in the order of days: the earliest day on which each is reached, one step after the other."""
    earliest = {start: -math.inf}
    for steps in range(len(dated)):
        if goal in earliest:
            return [steps]
        reached = dict(earliest)
        for node, day in earliest.items():
            for other, then in dated.get(node, ()):
                if then >= day and then < reached.get(other, math.inf):
                    reached[other] = then
        if reached == earliest:
            return []
        earliest = reached
    return []


def weakest_of_widest(graph, start, goal):
    """The least doubt that has to be accepted somewhere: the arcs are let in, those with less doubt first."""
    if start == goal:
        return 2.0
    for limit in range(10):
        most = -math.log(1 - limit / 20) + 1e-12
        part = graph.edge_subgraph([(one, other) for one, other, doubt in graph.edges(data="doubt") if doubt <= most])
        if start in part and goal in part and nx.has_path(part, start, goal):
            return 1 - limit / 20
    return 2.0


def near(ours, theirs):
    return len(ours) == len(theirs) and all(abs(a - b) <= TOLERANCE for a, b in zip(ours, theirs))


def differences(case, graphs, dated):
    start, goal = case["from"], case["to"]
    for way, graph in graphs.items():
        ours = case[way]
        expected = {"hops": costs_of_paths(graph, start, goal, None),
                    "surest": costs_of_paths(graph, start, goal, "doubt"),
                    "in_time": steps_in_time(dated[way], start, goal)}
        for key, costs in expected.items():
            if not near(ours[key], costs):
                yield f"{way} {key}: {ours[key]}, networkx: {costs}"
        if not near([ours["weakest"]], [weakest_of_widest(graph, start, goal)]):
            yield f"{way} weakest step: {ours['weakest']}"
        if "distances" in ours:
            lengths = nx.single_source_dijkstra_path_length(graph, start, weight="doubt")
            far = [(node, cost) for node, cost in enumerate(ours["distances"])
                   if not near([math.inf if cost is None else cost], [lengths.get(node, math.inf)])
                   and not (cost is None and node not in lengths)]
            if far:
                yield f"{way} distances: {far[:3]}"


def main():
    files = [pathlib.Path(sys.argv[2]) / name for name in ("train.txt", "valid.txt", "test.txt")]
    if not all(file.is_file() for file in files):
        print(f"no events in {sys.argv[2]}")
        return 77
    output = subprocess.run([sys.argv[1], *files], check=True, capture_output=True, text=True).stdout
    events = list(events_of(files))
    graphs = graphs_of(events)
    dated = {"directed": {}, "either": {}}
    for subject, _, object_, day in events:
        dated["directed"].setdefault(subject, []).append((object_, day))
        dated["either"].setdefault(subject, []).append((object_, day))
        dated["either"].setdefault(object_, []).append((subject, day))
    cases = [json.loads(line) for line in output.splitlines()]
    failures = [f"{case['from']} to {case['to']}: {difference}"
                for case in cases for difference in differences(case, graphs, dated)]
    print("\n".join(failures[:20]))
    print(f"{len(cases)} pairs among {len(events)} events, {len(failures)} differences, networkx {nx.__version__}")
    return 1 if failures or not cases else 0


if __name__ == "__main__":
    sys.exit(main())
