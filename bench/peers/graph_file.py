"""What graph_file.hpp is for C++: the graph files, and how a peer measures and tells what it took."""
import sys
import time

import numpy


class Order:
    """GRAPH THREADS RUNS TASK..."""

    def __init__(self):
        name, threads, runs, *self.tasks = sys.argv[1:]
        self.threads, self.runs = int(threads), int(runs)
        with open(name + ".bin", "rb") as file:
            self.nodes, arcs = map(int, numpy.fromfile(file, numpy.uint64, 2))
            self.arcs = numpy.fromfile(file, numpy.uint32, 2 * arcs).reshape(2, arcs).T.astype(numpy.int64)
        self.sources = numpy.loadtxt(name + ".sources", dtype=int).tolist()

    def measure(self, name, task):
        if name not in self.tasks:
            return
        for _ in range(self.runs):
            processor, wall = time.process_time(), time.perf_counter()
            check = task()
            processor, wall = time.process_time() - processor, time.perf_counter() - wall
            print(f"{name}\t{processor:.6f}\t{wall:.6f}\t{float(check):.12g}", flush=True)
