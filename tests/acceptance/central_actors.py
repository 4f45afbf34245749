"""Centrality as networkx computes it: on the hand-made graphs, and on a year of events between seven thousand political
actors (ICEWS 2014, as knowledge graph completion uses it)."""
import json
import unittest

import acceptance
from acceptance import GOLD, SHARED, answer, entente, graph_of, needs_gold, scratch

try:
    import networkx as nx
    import scipy  # noqa: F401: its PageRank needs it
except ImportError:
    nx = None

ICEWS = SHARED / "data/icews14"
SYMMETRIC = {"agreesWith", "borders", "consults", "cooperatesWith", "negotiatesWith"}  # which end comes first means nothing
VERBS = ["supports", "requests", "accuses", "threatens", "assaults"]  # the actions of ICEWS by turns: parallel relations
TOLERANCE = 1e-9

needs_networkx = unittest.skipUnless(nx, "networkx and scipy are not installed")
needs_icews = unittest.skipUnless(ICEWS.is_dir(), f"no events in {ICEWS}")


def icews(last_day):
    """A graph in native JSON of the actors and events of ICEWS up to that day of the year."""
    lines = [line for part in ("train", "valid", "test") for line in (ICEWS / f"{part}.txt").read_text().splitlines()]
    events = sorted(tuple(map(int, line.split())) for line in lines)
    events = [event for event in events if event[3] <= last_day]
    names = dict(reversed(line.split("\t")) for line in (ICEWS / "entity2id.txt").read_text(encoding="utf-8").splitlines())
    actors = sorted({actor for event in events for actor in (event[0], event[2])})
    path = scratch(f"icews-{last_day}.json")
    path.write_text(json.dumps({
        "format": "entente-graph", "version": 1,
        "entities": [{"id": f"a{actor}", "type": "State", "name": names[str(actor)].replace("_", " ")} for actor in actors],
        "relations": [{"subject": f"a{subject}", "predicate": VERBS[action % len(VERBS)], "object": f"a{object_}",
                       "evidence": f"event of day {day}"} for subject, action, object_, day in events]}))
    return path


def networkx_graph(graph, directed, parallel):
    kind = {(False, False): nx.Graph, (False, True): nx.MultiGraph,
            (True, False): nx.DiGraph, (True, True): nx.MultiDiGraph}[directed, parallel]()
    kind.add_nodes_from(entity["id"] for entity in graph["entities"])
    for relation in graph["relations"]:
        ends = relation["subject"], relation["object"]
        if ends[0] == ends[1]:
            continue
        kind.add_edge(*ends)
        if directed and relation["predicate"] in SYMMETRIC:
            kind.add_edge(*ends[::-1])
    return kind


def pagerank(graph):
    return nx.pagerank(graph, tol=1e-16, max_iter=10000)


def harmonic(graph):
    others = len(graph) - 1
    return {node: score / others for node, score in nx.harmonic_centrality(graph).items()}


def harmonic_of(graph, node):
    """For one node; harmonic_centrality would search from all others."""
    turned = graph.reverse(copy=False) if graph.is_directed() else graph
    distances = nx.single_source_shortest_path_length(turned, node).values()
    return sum(1 / distance for distance in distances if distance) / (len(graph) - 1)


def related(graph, directed):
    """Betweenness of what joins two entities, by their ids."""
    scores = nx.edge_betweenness_centrality(graph)
    return scores if directed else {**scores, **{ends[::-1]: score for ends, score in scores.items()}}


@needs_networkx
class CentralActors(unittest.TestCase):
    def check(self, path, measure, expected, *options):
        """The scores of those entities that are expected."""
        rows = answer("central", path, "--by", measure, "--top", "100000", *options)
        actual = {row["id"]: row["score"] for row in rows}
        self.assertTrue(expected)
        self.assertLessEqual(max(abs(actual[node] - score) for node, score in expected.items()), TOLERANCE, (measure, options))

    def check_all(self, path):
        graph = graph_of(path)
        for directed, options in ((False, []), (True, ["--directed"])):
            simple, multiple = (networkx_graph(graph, directed, parallel) for parallel in (False, True))
            self.check(path, "degree", nx.degree_centrality(simple), *options)
            self.check(path, "degree", nx.degree_centrality(multiple), "--count-parallel", *options)
            self.check(path, "betweenness", nx.betweenness_centrality(simple), *options)
            self.check(path, "closeness", nx.closeness_centrality(simple), *options)
            self.check(path, "harmonic", harmonic(simple), *options)
            self.check(path, "pagerank", pagerank(simple), *options)
            self.check(path, "pagerank", pagerank(multiple), "--count-parallel", *options)
            self.check_relations(path, related(simple, directed), directed, options)
            print(f"{path.name}: {len(simple)} entities, {simple.number_of_edges()} pairs{' directed' * directed}")

    def check_relations(self, path, expected, directed, options):
        for row in answer("central", path, "--relations", "--top", "1000000", *options):
            ends = row["subject id"], row["object id"]
            score = expected.get(ends, 0.0)
            if directed and row["predicate"] in SYMMETRIC:
                score += expected.get(ends[::-1], 0.0)
            self.assertLessEqual(abs(row["score"] - score), TOLERANCE, row)

    @needs_gold
    def test_hand_made_graphs_have_the_centralities_of_networkx(self):
        for path in GOLD:
            self.check_all(path)

    @needs_icews
    def test_the_first_days_of_icews_have_the_centralities_of_networkx(self):
        self.check_all(icews(last_day=10))

    @needs_icews
    def test_all_of_icews_has_what_networkx_can_compute_in_reasonable_time(self):
        path = icews(last_day=365)
        graph = graph_of(path)
        for directed, options in ((False, []), (True, ["--directed"])):
            simple, multiple = (networkx_graph(graph, directed, parallel) for parallel in (False, True))
            some = sorted(simple)[::400]
            self.check(path, "degree", nx.degree_centrality(simple), *options)
            self.check(path, "pagerank", pagerank(simple), *options)
            self.check(path, "closeness", {node: nx.closeness_centrality(simple, node) for node in some}, *options)
            self.check(path, "harmonic", {node: harmonic_of(simple, node) for node in some}, *options)
            print(f"ICEWS 2014: {len(simple)} actors, {multiple.number_of_edges()} relations, "
                  f"{simple.number_of_edges()} pairs{' directed' * directed}")


if __name__ == "__main__":
    acceptance.main()
