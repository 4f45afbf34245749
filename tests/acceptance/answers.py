"""What the program answers about the merged hand-made graphs, against plain recomputation from its JSON."""
import math
import unittest
from collections import defaultdict, deque

import acceptance
from acceptance import GOLD, answer, entente, graph_of, needs_gold, scratch

try:
    import networkx
except ImportError:
    networkx = None

TOLERANCE = 1e-9


def neighbours(graph):
    """Who is joined with whom by any relation, self-loops apart."""
    joined = defaultdict(set)
    for relation in graph["relations"]:
        if relation["subject"] != relation["object"]:
            joined[relation["subject"]].add(relation["object"])
            joined[relation["object"]].add(relation["subject"])
    return joined


def distance(graph, start, goal):
    """The number of relations on a shortest path, breadth first; None when there is none."""
    joined, found, queue = neighbours(graph), {start: 0}, deque([start])
    while queue:
        here = queue.popleft()
        for other in sorted(joined[here] - found.keys()):
            found[other] = found[here] + 1
            queue.append(other)
    return found.get(goal)


def said(relation):
    """A relation without its ids and with its ends as ids, to be compared with one from another output."""
    ends = {key: value["id"] if isinstance(value := relation[key], dict) else value
            for key in ("subject", "object", "source") if relation.get(key)}
    quotes = sorted(quote["text"] for quote in relation["evidence"])
    return (ends["subject"], relation["predicate"], ends["object"], relation["polarity"], relation["modality"],
            relation.get("date"), ends.get("source"), tuple(quotes))


@needs_gold
class Answers(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.file = scratch("merged.json")
        entente("build", *GOLD, "-o", cls.file)
        cls.graph = graph_of(cls.file)
        cls.ids = {entity["name"]: entity["id"] for entity in cls.graph["entities"]}
        cls.statements = {said(relation) for relation in cls.graph["relations"]}

    def check_path(self, start, goal):
        path, = answer("path", self.file, start, goal)["paths"]
        self.assertEqual(path["length"], distance(self.graph, self.ids[start], self.ids[goal]))
        self.assertEqual(len(path["steps"]), path["length"])
        passed = [entity["id"] for entity in path["entities"]]
        self.assertEqual((passed[0], passed[-1]), (self.ids[start], self.ids[goal]))
        for here, there, step in zip(passed, passed[1:], path["steps"]):
            relation = said(step["relation"])
            self.assertIn(relation, self.statements)
            self.assertTrue(step["relation"]["evidence"])
            self.assertEqual((relation[0], relation[2]), (there, here) if step["backwards"] else (here, there))
        table = entente("path", self.file, start, goal).decode()
        for step in path["steps"]:
            self.assertIn(step["relation"]["evidence"][0]["text"], table)
        print(table)

    def test_the_path_from_kosovo_to_crimea_is_a_shortest_one_with_its_sentences(self):
        self.check_path("Kosovo", "Crimea")

    def test_other_paths_are_shortest_ones_too(self):
        russia = self.ids["Russia"]
        far = [entity["name"] for entity in self.graph["entities"] if (distance(self.graph, russia, entity["id"]) or 0) > 2]
        self.assertGreater(len(far), 3)
        for name in far[:10]:
            self.check_path("Russia", name)

    @unittest.skipUnless(networkx, "networkx is not installed")
    def test_the_most_central_actors_are_those_of_networkx(self):
        simple = networkx.Graph()
        simple.add_nodes_from(entity["id"] for entity in self.graph["entities"])
        simple.add_edges_from((one, other) for one, others in neighbours(self.graph).items() for other in others)
        measures = {"degree": networkx.degree_centrality, "betweenness": networkx.betweenness_centrality,
                    "closeness": networkx.closeness_centrality}
        for measure, function in measures.items():
            expected = function(simple)
            ranks = answer("central", self.file, "--by", measure, "--top", "5")
            print(measure, [(row["name"], round(row["score"], 4)) for row in ranks])
            self.assertEqual(len(ranks), 5)
            for row, score in zip(ranks, sorted(expected.values(), reverse=True)):
                self.assertAlmostEqual(row["score"], score, delta=TOLERANCE)
                self.assertAlmostEqual(row["score"], expected[row["id"]], delta=TOLERANCE)

    def courses(self, *arguments):
        """What lies along the paths that the program finds."""
        return [[entity["id"] for entity in path["entities"]] for path in answer("path", self.file, *arguments)["paths"]]

    def test_a_pattern_finds_all_that_two_actors_take_part_in(self):
        russia, us = self.ids["Russia"], self.ids["United States"]
        pattern = "(partyTo|participatesIn)/^(partyTo|participatesIn)"
        taken = defaultdict(set)
        for relation in self.graph["relations"]:
            if relation["predicate"] in ("partyTo", "participatesIn"):
                taken[relation["subject"]].add(relation["object"])
        expected = [[russia, both, us] for both in taken[russia] & taken[us]]
        found = self.courses("Russia", "United States", "--via", pattern, "-k", "999")
        self.assertGreater(len(found), 3)
        self.assertEqual(sorted(found), sorted(expected))

    @unittest.skipUnless(networkx, "networkx is not installed")
    def test_all_paths_are_those_of_networkx(self):
        simple = networkx.Graph((one, other) for one, others in neighbours(self.graph).items() for other in others)
        expected = networkx.all_simple_paths(simple, self.ids["Kosovo"], self.ids["Crimea"], cutoff=3)
        found = self.courses("Kosovo", "Crimea", "--all", "--max-length", "3", "--limit", "99999")
        self.assertGreater(len(found), 1)
        self.assertEqual(sorted(found), sorted(expected))

    @unittest.skipUnless(networkx, "networkx is not installed")
    def test_paths_by_confidence_cost_what_they_cost_in_networkx(self):
        simple = networkx.Graph()
        for relation in self.graph["relations"]:
            ends, doubt = (relation["subject"], relation["object"]), -math.log(relation.get("confidence", 1))
            if doubt < simple.get_edge_data(*ends, {"doubt": math.inf})["doubt"]:
                simple.add_edge(*ends, doubt=doubt)
        for name in ("Crimea", "Russia", "United States"):
            paths = answer("path", self.file, "Kosovo", name, "--by", "confidence", "-k", "3")["paths"]
            expected = networkx.shortest_simple_paths(simple, self.ids["Kosovo"], self.ids[name], weight="doubt")
            for path, nodes in zip(paths, expected):
                self.assertAlmostEqual(path["cost"], networkx.path_weight(simple, nodes, "doubt"), delta=1e-8)
            self.assertEqual(len(paths), 3)

    def proposed_by(self, graph, actor):
        return {said(relation) for relation in graph["relations"]
                if relation["modality"] == "proposed" and relation["subject"] == actor}

    def test_all_that_is_proposed_for_the_united_states_to_do_is_shown(self):
        us = self.ids["United States"]
        expected = self.proposed_by(self.graph, us)
        self.assertGreater(len(expected), 5)
        shown = answer("show", self.file, "United States", "--modality", "proposed")["relations"]
        self.assertEqual({said(relation) for relation in shown if relation["subject"]["id"] == us}, expected)
        print(*(f"United States {row[1]} {row[2]}" for row in sorted(expected, key=str)), sep="\n")

    def test_the_lens_keeps_what_a_filter_keeps(self):
        entente("build", self.file, "--modality", "proposed", "-o", scratch("proposed.json"))
        lensed = graph_of(scratch("proposed.json"))
        self.assertEqual({said(relation) for relation in lensed["relations"]},
                         {said(relation) for relation in self.graph["relations"] if relation["modality"] == "proposed"})


if __name__ == "__main__":
    acceptance.main()
