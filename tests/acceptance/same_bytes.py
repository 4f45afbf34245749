"""The same input gives the same bytes, run after run, and whatever the order of the inputs."""
import unittest

import acceptance
from acceptance import GOLD, SAMPLES, SEEDS, entente, needs_gold, needs_seeds

FORMATS = ("json", "dot", "jsonld", "graphml", "csv")


class SameBytes(unittest.TestCase):
    def check(self, inputs):
        for kind in FORMATS:
            with self.subTest(format=kind):
                once = entente("build", *inputs, "--to", kind)
                self.assertGreater(len(once), 1000)
                self.assertEqual(entente("build", *inputs, "--to", kind), once, "a second run")
                self.assertEqual(entente("build", *reversed(inputs), "--to", kind), once, "another order")

    def test_samples(self):
        self.check(SAMPLES)

    @needs_seeds
    def test_seeds(self):
        self.check(SEEDS)

    @needs_gold
    def test_hand_made_graphs(self):
        self.check(GOLD)


if __name__ == "__main__":
    acceptance.main()
