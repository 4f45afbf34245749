"""Compares what score_dump writes with what networkx computes on the same graphs: networkx_reference.py SCORE_DUMP."""

import itertools
import json
import subprocess
import sys

import networkx as nx

TOLERANCE = 1e-9


def graph_of(case):
    """The case as a networkx graph: simple unless parallel relations count, without self-loops."""
    kinds = {(False, False): nx.Graph, (False, True): nx.MultiGraph,
             (True, False): nx.DiGraph, (True, True): nx.MultiDiGraph}
    graph = kinds[case["directed"], case["count_parallel"]]()
    graph.add_nodes_from(range(case["entities"]))
    for subject, object_, symmetric in case["relations"]:
        if subject == object_:
            continue
        graph.add_edge(subject, object_)
        if case["directed"] and symmetric:
            graph.add_edge(object_, subject)
    return graph


def degree(graph, case):
    if not case["normalized"] or len(graph) == 1:  # networkx gives a lone node 1
        return dict(graph.degree())
    return nx.degree_centrality(graph)


def betweenness(graph, case):
    """networkx takes parallel edges for one; with a node in the middle of each it has to count them."""
    if not case["count_parallel"]:
        return nx.betweenness_centrality(graph, normalized=case["normalized"])
    halved = nx.DiGraph() if case["directed"] else nx.Graph()
    halved.add_nodes_from(graph)
    for number, (source, target) in enumerate(graph.edges()):
        halved.add_edge(source, ("middle", number))
        halved.add_edge(("middle", number), target)
    nodes = list(graph)
    scores = nx.betweenness_centrality_subset(halved, nodes, nodes, normalized=False)
    pairs = (len(nodes) - 1) * (len(nodes) - 2) / (1 if case["directed"] else 2)
    scale = 1 / pairs if case["normalized"] and pairs > 0 else 1
    return {node: scores[node] * scale for node in nodes}


def closeness(graph, case):
    return nx.closeness_centrality(graph, wf_improved=case["normalized"])


def harmonic(graph, case):
    """networkx does not normalise this one."""
    others = max(len(graph) - 1, 1) if case["normalized"] else 1
    return {node: score / others for node, score in nx.harmonic_centrality(graph).items()}


def relation_differences(graph, case):
    """networkx knows the betweenness of simple edges only."""
    if case["count_parallel"]:
        return
    scores = nx.edge_betweenness_centrality(graph, normalized=case["normalized"])
    for number, (subject, object_, symmetric) in enumerate(case["relations"]):
        ways = {(subject, object_), (object_, subject)} if symmetric or not case["directed"] else {(subject, object_)}
        expected = sum(scores.get(way, 0.0) for way in ways)
        if not abs(case["related"][number] - expected) <= TOLERANCE:
            yield f"betweenness of relation {number}: {case['related'][number]}, networkx: {expected}"


def pagerank(graph, _):
    return nx.pagerank(graph, tol=1e-15, max_iter=10000)


def component_sets(groups):
    return sorted(sorted(group) for group in groups)


def path_lengths(graph, last):
    simple = nx.DiGraph(graph) if graph.is_directed() else nx.Graph(graph)
    if last == 0:
        return [1]
    if not nx.has_path(simple, 0, last):
        return []
    return [len(path) for path in itertools.islice(nx.shortest_simple_paths(simple, 0, last), 5)]


def differences(case):
    graph = graph_of(case)
    for measure in (degree, betweenness, closeness, harmonic, pagerank):
        expected = measure(graph, case)
        for node, actual in enumerate(case[measure.__name__]):
            if not abs(actual - expected[node]) <= TOLERANCE:
                yield f"{measure.__name__} of {node}: {actual}, networkx: {expected[node]}"
    yield from relation_differences(graph, case)
    if case["directed"]:
        for name, groups in (("weak", nx.weakly_connected_components(graph)),
                             ("strong", nx.strongly_connected_components(graph))):
            if component_sets(case[name]) != component_sets(groups):
                yield f"{name} components: {case[name]}"
    lengths = [len(path) for path in case["paths"]]
    if lengths != path_lengths(graph, case["entities"] - 1):
        yield f"lengths of the shortest paths: {lengths}"


def main():
    output = subprocess.run([sys.argv[1]], check=True, capture_output=True, text=True).stdout
    cases = [json.loads(line) for line in output.splitlines()]
    failures = 0
    for number, case in enumerate(cases):
        for difference in differences(case):
            failures += 1
            if failures <= 20:
                print(f"case {number}: {difference}")
    print(f"{len(cases)} cases, {failures} differences, networkx {nx.__version__}")
    return 1 if failures or not cases else 0


if __name__ == "__main__":
    sys.exit(main())
