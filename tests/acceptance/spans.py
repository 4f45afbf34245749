"""Documents are read quickly, and every place in the graph is the place of its words in the text."""
import pathlib
import time
import unittest

import acceptance
from acceptance import DEVELOPMENT, SAMPLES, SEEDS, entente, graph_of, needs_seeds

MOST_SECONDS = 5.0  # for one document; a fraction of a second is usual


class Spans(unittest.TestCase):
    def check(self, inputs):
        graph = graph_of(*inputs)
        texts = {document["id"]: pathlib.Path(document["source"]).read_bytes().decode() for document in graph["documents"]}
        self.assertEqual(len(texts), len(inputs))
        places = 0
        for item in graph["entities"] + graph["relations"]:
            for place in item.get("mentions", []) + item.get("evidence", []):
                with self.subTest(item=item.get("name") or item["predicate"], place=place):
                    self.assertEqual(texts[place["document"]][place["start"]:place["end"]], place["text"])
                places += 1
        self.assertGreater(places, 20 * len(inputs))
        self.assertTrue(all(relation.get("evidence") for relation in graph["relations"]), "a relation without evidence")
        print(f"{len(inputs)} documents, {len(graph['entities'])} entities, {len(graph['relations'])} relations, "
              f"{places} places")

    def test_every_quotation_from_the_samples_stands_where_it_says(self):
        self.check(SAMPLES)
        for document in SAMPLES:
            self.check([document])

    @needs_seeds
    def test_every_quotation_from_the_seeds_stands_where_it_says(self):
        self.check(SEEDS)

    @unittest.skipUnless(DEVELOPMENT, "no texts for development")
    def test_every_quotation_from_the_texts_for_development_stands_where_it_says(self):
        self.check(DEVELOPMENT)

    def test_a_document_is_read_in_a_moment(self):
        for document in SAMPLES + SEEDS:
            start = time.monotonic()
            entente("build", document)
            took = time.monotonic() - start
            print(f"{took:.2f} s  {document.name}")
            self.assertLess(took, MOST_SECONDS)


if __name__ == "__main__":
    acceptance.main()
