"""The tasks of kernels.cpp with graph-tool: graph_tool_peer.py GRAPH THREADS RUNS TASK..."""
import warnings

import numpy

from graph_file import Order

warnings.simplefilter("ignore")  # it misses drawing libraries
import graph_tool  # noqa: E402
from graph_tool import centrality  # noqa: E402

order = Order()
graph_tool.openmp_set_num_threads(order.threads)
graph = graph_tool.Graph(directed=True)
graph.add_vertex(order.nodes)
graph.add_edge_list(order.arcs)

order.measure("pagerank", lambda: centrality.pagerank(graph, damping=0.85, epsilon=1e-10).a.max())
order.measure("betweenness", lambda: centrality.betweenness(graph, norm=False)[0].a.sum())
order.measure("betweenness64", lambda: centrality.betweenness(graph, pivots=order.sources, norm=False)[0].a.sum())
order.measure("relations", lambda: centrality.betweenness(graph, norm=False)[1].a.sum())
order.measure("harmonic", lambda: numpy.nansum(centrality.closeness(graph, harmonic=True, norm=False).a))
