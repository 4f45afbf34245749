#!/usr/bin/python3
"""Compares the measures of centrality with networkx on the same graph, in time and in value.

    bench/centrality.py build/release/bin/bench_centrality [ENTITIES [RELATIONS_EACH [SEED]]]
"""

import subprocess
import sys
import time
from collections import defaultdict

import networkx

MEASURES = {
    "degree": networkx.degree_centrality,
    "betweenness": networkx.betweenness_centrality,
    "closeness": networkx.closeness_centrality,
    "harmonic": lambda graph: {node: score / (len(graph) - 1) for node, score in networkx.harmonic_centrality(graph).items()},
    "pagerank": lambda graph: networkx.pagerank(graph, tol=1e-12, max_iter=1000),
}


def main():
    program, *numbers = sys.argv[1:]
    entities, each, seed = (numbers + ["1000", "3", "1"][len(numbers):])[:3]
    lines = subprocess.run([program, entities, each, seed], check=True, capture_output=True, text=True).stdout
    graph = networkx.Graph()
    graph.add_nodes_from(range(int(entities)))
    seconds, scores = {}, defaultdict(dict)
    for kind, *fields in map(str.split, lines.splitlines()):
        if kind == "edge" and fields[0] != fields[1]:
            graph.add_edge(int(fields[0]), int(fields[1]))
        elif kind == "time":
            seconds[fields[0]] = float(fields[1])
        elif kind == "score":
            scores[fields[0]][int(fields[1])] = float(fields[2])

    print(f"{graph.number_of_nodes()} entities, {graph.number_of_edges()} pairs, networkx {networkx.__version__}")
    print(f"{'measure':12} {'entente':>10} {'networkx':>10} {'ratio':>8} {'largest difference':>20}")
    for measure, peer in MEASURES.items():
        begin = time.perf_counter()
        expected = peer(graph)
        peer_seconds = time.perf_counter() - begin
        difference = max(abs(scores[measure][i] - value) for i, value in expected.items())
        ratio = peer_seconds / seconds[measure]
        print(f"{measure:12} {seconds[measure]:9.4f}s {peer_seconds:9.4f}s {ratio:7.1f}x {difference:20.1e}")
        if difference > 1e-6:
            sys.exit(f"{measure}: the values differ")


if __name__ == "__main__":
    main()
