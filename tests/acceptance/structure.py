"""What the program answers about the structure of the hand-made graphs, against networkx and against their texts."""
import unittest

import acceptance
from acceptance import GOLD, answer, needs_gold

try:
    import networkx
except ImportError:
    networkx = None

TALKS = ("--predicate", "negotiatesWith,consults,participatesIn")


def names(entities):
    return {entity["name"] for entity in entities}


def simple_graph(path, *lens):
    """The graph that the program sees through the lens, without directions, parallel relations and self-loops."""
    graph = networkx.Graph()
    built = acceptance.json.loads(acceptance.entente("build", path, *lens))
    graph.add_nodes_from(entity["id"] for entity in built["entities"])
    graph.add_edges_from((relation["subject"], relation["object"]) for relation in built["relations"]
                         if relation["subject"] != relation["object"])
    return graph


@needs_gold
class Structure(unittest.TestCase):
    def test_the_articulation_points_of_the_negotiations(self):
        """Whose exit leaves others of those who negotiate with or consult each other without a way to the rest."""
        found = answer("critical", GOLD[1], "--predicate", "negotiatesWith,consults")["articulation_points"]
        parts = {point["entity"]["name"]: [names(part) for part in point["parts"]] for point in found}
        russia, biden, ryabkov = "Russia", "Joe Biden", "Sergei Ryabkov"
        self.assertEqual(parts, {russia: [{"United States"}, {"North Atlantic Treaty Organization (NATO)"}],
                                 biden: [{"Vladimir Putin"}, {"Volodymyr Zelenskyy"}],
                                 ryabkov: [{"Wendy Sherman"}, {"Karen Donfried"}]})

    @unittest.skipUnless(networkx, "networkx is not installed")
    def test_articulation_points_bridges_and_parts_are_those_of_networkx(self):
        for path in GOLD:
            for lens in ((), TALKS, ("--modality", "actual")):
                graph = simple_graph(path, *lens)
                found = answer("critical", path, *lens, "--top", "1000")
                self.assertEqual({point["entity"]["id"] for point in found["articulation_points"]},
                                 set(networkx.articulation_points(graph)))
                for point in found["articulation_points"]:
                    component = networkx.node_connected_component(graph, point["entity"]["id"])
                    rest = graph.subgraph(component - {point["entity"]["id"]})
                    self.assertEqual(sorted(sorted(entity["id"] for entity in part) for part in point["parts"]),
                                     sorted(map(sorted, networkx.connected_components(rest))))
                self.assertEqual({frozenset(entity["id"] for entity in bridge["entities"]) for bridge in found["bridges"]},
                                 set(map(frozenset, networkx.bridges(graph))))
                for bridge in found["bridges"]:
                    self.assertTrue(all(relation["evidence"] for relation in bridge["relations"]))

    @unittest.skipUnless(networkx, "networkx is not installed")
    def test_cuts_are_as_small_as_those_of_networkx(self):
        for path in GOLD:
            graph = simple_graph(path)
            ids = sorted(max(networkx.connected_components(graph), key=len))
            for one, other in zip(ids[::7], ids[3::7]):
                cut = answer("cut", path, one, other)
                self.assertEqual(cut["size"], networkx.edge_connectivity(graph, one, other))
                self.assertTrue(cut["relations"])
                if not graph.has_edge(one, other):
                    entities = answer("cut", path, one, other, "--entities")["entities"]
                    self.assertEqual(len(entities), len(networkx.minimum_node_cut(graph, one, other)))

    @unittest.skipUnless(networkx, "networkx is not installed")
    def test_communities_are_as_good_as_their_modularity_says(self):
        for path in GOLD:
            found, graph = answer("communities", path), simple_graph(path)
            groups = [{entity["id"] for entity in community["entities"]} for community in found["communities"]]
            self.assertAlmostEqual(found["modularity"], networkx.community.modularity(graph, groups), delta=1e-9)
            louvain = max(networkx.community.modularity(graph, networkx.community.louvain_communities(graph, seed=seed))
                          for seed in range(10))
            print(path.name, found["modularity"], "networkx' Louvain, best of ten:", louvain)
            self.assertGreater(found["modularity"], louvain - 0.01)
            for community in found["communities"]:
                self.assertIn(community["center"]["name"], names(community["entities"]))


if __name__ == "__main__":
    acceptance.main()
