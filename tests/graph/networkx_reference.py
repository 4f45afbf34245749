"""Compares what score_dump writes with what networkx computes on the same graphs:

    networkx_reference.py SCORE_DUMP [SHARED_FOLDER]

Random graphs, and the hand-made graphs and recorded events in the folder as far as they are there.
"""

import itertools
import json
import pathlib
import subprocess
import sys
import tempfile
import warnings

import networkx as nx
import numpy

TOLERANCE = 1e-9
warnings.simplefilter("ignore", FutureWarning)


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


def weighted(graph):
    """The graph without parallel edges, whose number is the weight."""
    simple = nx.DiGraph() if graph.is_directed() else nx.Graph()
    simple.add_nodes_from(graph)
    for source, target in graph.edges():
        number = simple.get_edge_data(source, target, {"weight": 0})["weight"]
        simple.add_edge(source, target, weight=number + 1)
    return simple


def directed_degree(case, end):
    kind = nx.MultiDiGraph if case["count_parallel"] else nx.DiGraph
    graph = kind()
    graph.add_nodes_from(range(case["entities"]))
    for subject, object_, symmetric in case["relations"]:
        if subject != object_:
            graph.add_edge(subject, object_)
            if symmetric:
                graph.add_edge(object_, subject)
    if not case["normalized"] or len(graph) == 1:
        return dict(graph.in_degree() if end == "in" else graph.out_degree())
    return nx.in_degree_centrality(graph) if end == "in" else nx.out_degree_centrality(graph)


def in_degree(_, case):
    return directed_degree(case, "in")


def out_degree(_, case):
    return directed_degree(case, "out")


def eigenvector(graph, _):
    """Nothing where networkx does not come to an end, as it does not where the largest eigenvalues are about equal."""
    try:
        return nx.eigenvector_centrality(weighted(graph), max_iter=1000, tol=1e-15, weight="weight")
    except nx.PowerIterationFailedConvergence:
        return None


def katz(graph, case):
    alpha, normalized = case["attenuation"], case["normalized"]
    if len(graph) < 1000:
        return nx.katz_centrality_numpy(weighted(graph), alpha=alpha, normalized=normalized, weight="weight")
    return nx.katz_centrality(weighted(graph), alpha=alpha, normalized=normalized, weight="weight", tol=1e-15, max_iter=10000)


def has_one_best_hub(graph):
    """Whether the largest singular value stands alone; otherwise networkx takes any of its vectors."""
    values = numpy.linalg.svd(nx.to_numpy_array(graph), compute_uv=False)
    return len(values) > 2 and values[0] - values[1] > 1e-3 * values[0]


def hits(graph, case):
    if len(graph) < 1000 and not has_one_best_hub(graph):
        return None, None
    hubs, authorities = nx.hits(weighted(graph), max_iter=10000, tol=0)
    if not case["normalized"]:
        hubs, authorities = ({node: score / max(scores.values()) for node, score in scores.items()}
                             for scores in (hubs, authorities))
    return hubs, authorities


def hubs(graph, case):
    return hits(graph, case)[0]


def authorities(graph, case):
    return hits(graph, case)[1]


def core_number(graph, case):
    return None if case["count_parallel"] else nx.core_number(graph)


def personalized_pagerank(graph, _):
    last = len(graph) - 1
    return nx.pagerank(graph, personalization={0: 1, last: 1}, tol=1e-15, max_iter=10000)


MEASURES = (degree, betweenness, closeness, harmonic, pagerank, in_degree, out_degree, eigenvector, katz, hubs, authorities,
            core_number, personalized_pagerank)


def component_sets(groups):
    return sorted(sorted(group) for group in groups)


def cuts(graph, case):
    """How many nodes, and how many edges, have to go to part the first node and the last; edges between them count."""
    last, simple = len(graph) - 1, weighted(graph)
    if last == 0:
        return [0, 0]
    if not case["count_parallel"]:
        nx.set_edge_attributes(simple, 1, "weight")
    edges = nx.minimum_cut_value(simple, 0, last, capacity="weight")
    direct = simple.get_edge_data(0, last, {"weight": 0})["weight"]
    simple.remove_edges_from([(0, last), (last, 0)])  # networkx cuts nothing between neighbours
    nodes = len(nx.minimum_node_cut(simple, 0, last)) if nx.has_path(simple, 0, last) else 0
    return [nodes + direct, edges]


def structure_differences(case, graph):
    undirected = graph.to_undirected(as_view=True) if graph.is_directed() else graph
    ties = nx.Graph(undirected)
    if set(case["articulation_points"][0]) != set(nx.articulation_points(ties)):
        yield f"articulation points: {case['articulation_points']}"
    if graph.is_directed():
        return
    if component_sets(case["bridges"]) != component_sets(nx.bridges(graph)):
        yield f"bridges: {case['bridges']}"
    for name, expected in (("triangles", nx.triangles(ties)), ("clustering", nx.clustering(ties))):
        if not all(abs(case[name][node] - value) <= TOLERANCE for node, value in expected.items()):
            yield f"{name}: {case[name]}"
    expected = {"average_clustering": nx.average_clustering(ties), "transitivity": nx.transitivity(ties)}
    if ties.number_of_edges():
        groups = [set(group) for group in case["communities"]]
        expected["modularity"] = nx.community.modularity(weighted(graph), groups, resolution=case["resolution"])
    for name, value in expected.items():
        if not abs(case[name] - value) <= TOLERANCE:
            yield f"{name}: {case[name]}, networkx: {value}"


def path_lengths(graph, last):
    simple = nx.DiGraph(graph) if graph.is_directed() else nx.Graph(graph)
    if last == 0:
        return [1]
    if not nx.has_path(simple, 0, last):
        return []
    return [len(path) for path in itertools.islice(nx.shortest_simple_paths(simple, 0, last), 5)]


def differences(case):
    """What differs, and None for each measure that networkx cannot tell."""
    graph = graph_of(case)
    for measure in MEASURES:
        expected = measure(graph, case) if measure.__name__ in case else {}
        if expected is None:
            yield None
            continue
        for node, value in expected.items():
            actual = case[measure.__name__][node]
            if not abs(actual - value) <= TOLERANCE:
                yield f"{measure.__name__} of {node}: {actual}, networkx: {value}"
    yield from structure_differences(case, graph)
    if case["cuts"] != (expected := cuts(graph, case)):
        yield f"sizes of cuts: {case['cuts']}, networkx: {expected}"
    if "paths" not in case:
        return
    yield from relation_differences(graph, case)
    if case["directed"]:
        for name, groups in (("weak", nx.weakly_connected_components(graph)),
                             ("strong", nx.strongly_connected_components(graph))):
            if component_sets(case[name]) != component_sets(groups):
                yield f"{name} components: {case[name]}"
    lengths = [len(path) for path in case["paths"]]
    if lengths != path_lengths(graph, case["entities"] - 1):
        yield f"lengths of the shortest paths: {lengths}"


SYMMETRIC = {"agreesWith", "borders", "consults", "cooperatesWith", "negotiatesWith"}


def shared_graphs(folder):
    """The relations of the graphs in the folder as (subject, object, whether symmetric)."""
    for path in sorted(folder.glob("gold/gold_*.json")):
        graph = json.loads(path.read_text(encoding="utf-8"))
        number = {entity["id"]: i for i, entity in enumerate(graph["entities"])}
        yield [(number[relation["subject"]], number[relation["object"]], int(relation["predicate"] in SYMMETRIC))
               for relation in graph["relations"]]
    events = sorted(folder.glob("data/icews14/t*.txt")) + sorted(folder.glob("data/icews14/valid.txt"))
    lines = [line.split() for path in events for line in path.read_text().splitlines() if path.stem != "stat"]
    if lines:
        yield [(int(fields[0]), int(fields[2]), 0) for fields in lines]


def cases_of(program, folder):
    """What the program writes about random graphs and about those in the folder."""
    yield from subprocess.run([program], check=True, capture_output=True, text=True).stdout.splitlines()
    for relations in shared_graphs(folder):
        with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
            file.writelines(f"{subject} {object_} {symmetric}\n" for subject, object_, symmetric in relations)
            file.flush()
            yield from subprocess.run([program, file.name], check=True, capture_output=True,
                                      text=True).stdout.splitlines()


def main():
    folder = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else "nowhere")
    count = failures = untold = 0
    for count, line in enumerate(cases_of(sys.argv[1], folder), 1):
        for difference in differences(json.loads(line)):
            if difference is None:
                untold += 1
                continue
            failures += 1
            if failures <= 20:
                print(f"case {count}: {difference[:1000]}")
    print(f"{count} cases, {failures} differences, {untold} measures that networkx cannot tell, networkx {nx.__version__}")
    return 1 if failures or not count else 0


if __name__ == "__main__":
    sys.exit(main())
