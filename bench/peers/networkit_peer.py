"""The tasks of kernels.cpp with NetworKit: networkit_peer.py GRAPH THREADS RUNS TASK..."""
import networkit
from networkit import centrality

from graph_file import Order

order = Order()
networkit.setNumberOfThreads(order.threads)
graph = networkit.Graph(order.nodes, directed=True)
for source, target in order.arcs.tolist():
    graph.addEdge(source, target)


def pagerank():
    rank = centrality.PageRank(graph, damp=0.85, tol=1e-10, distributeSinks=centrality.SinkHandling.DistributeSinks)
    rank.norm = centrality.Norm.L1_NORM
    return max(rank.run().scores())


order.measure("pagerank", pagerank)
order.measure("betweenness", lambda: sum(centrality.Betweenness(graph).run().scores()))
order.measure("harmonic", lambda: sum(centrality.HarmonicCloseness(graph, normalized=False).run().scores()))
