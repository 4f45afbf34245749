#!/usr/bin/python3
"""Compares communities with those of igraph's Leiden algorithm on the same graph, in time and in modularity.

    bench/communities.py build/release/bin/bench_communities EDGES [RUNS]

EDGES is a file with two numbers from 0 on each line. igraph draws lots: its modularity is the median of the runs, each with
another seed, and so is its time. Times are those of the processor.
"""

import random
import statistics
import subprocess
import sys
import time

import igraph


def main():
    program, edges, *rest = sys.argv[1:]
    runs = int(rest[0]) if rest else 5
    lines = subprocess.run([program, edges, str(runs)], check=True, capture_output=True, text=True).stdout.splitlines()
    seconds, modularity = map(float, lines[0].split())
    graph = igraph.Graph.Read_Edgelist(edges, directed=False)
    graph.simplify()
    community_of = [0] * graph.vcount()
    for entity, community in (map(int, line.split()) for line in lines[1:]):
        community_of[entity] = community
    checked = graph.modularity(community_of)
    if abs(checked - modularity) > 1e-9:
        sys.exit(f"modularity {modularity}, by igraph's formula {checked}")

    times, values = [], []
    for seed in range(runs):
        random.seed(seed)
        begin = time.process_time()
        found = graph.community_leiden(objective_function="modularity", n_iterations=2)
        times.append(time.process_time() - begin)
        values.append(graph.modularity(found))
    print(f"{graph.vcount()} entities, {graph.ecount()} pairs, {runs} runs, igraph {igraph.__version__}")
    print(f"{'':8} {'seconds':>9} {'modularity':>11}")
    print(f"{'entente':8} {seconds:9.3f} {modularity:11.6f}")
    print(f"{'igraph':8} {statistics.median(times):9.3f} {statistics.median(values):11.6f}   ({min(values):.6f} to {max(values):.6f})")
    print(f"igraph takes {statistics.median(times) / seconds:.1f} times as long")


if __name__ == "__main__":
    main()
