"""What the reader of prose finds, against graphs made by hand: floors below which no change may fall."""
import re
import subprocess
import sys
import unittest

import acceptance
from acceptance import DEVELOPMENT, GOLD, SEEDS, SHARED, entente, needs_gold, scratch

SEEDS_FLOORS = {("entity", "F1"): 0.79, ("typed", "F1"): 0.76, ("relation", "P"): 0.66, ("relation", "F1"): 0.50,
                ("strict", "F1"): 0.38, ("date", "share"): 0.70, ("source", "share"): 0.60, ("role", "share"): 0.95}
DEVELOPMENT_FLOORS = {("entity", "F1"): 0.80, ("typed", "F1"): 0.76, ("relation", "P"): 0.68, ("relation", "F1"): 0.46,
                      ("strict", "F1"): 0.38, ("date", "share"): 0.70, ("role", "share"): 0.87}


def scores(pairs):
    """The micro-averages over pairs of a hand-made graph and a text: {(level, measure): value}; for the fields of
    relations, the share of those that are right."""
    files = []
    for gold, text in pairs:
        system = scratch(text.stem + ".json")
        entente("build", text, "-o", system)
        files += [gold, system]
    printed = subprocess.run([sys.executable, SHARED / "eval/score.py", *files], capture_output=True, text=True,
                             check=True).stdout
    average = printed[printed.index("all documents, micro-average"):]
    print(average)
    rows = re.findall(r"^ +(\w+) +P (\S+) +R (\S+) +F1 (\S+)", average, re.MULTILINE)
    reached = {(level, measure): float(value)
               for level, *values in rows for measure, value in zip(("P", "R", "F1"), values)}
    shares = re.findall(r"^ +(date|source|role) +(\S+)", average, re.MULTILINE)
    return reached | {(field, "share"): float(value) for field, value in shares}


class Scores(unittest.TestCase):
    def check(self, pairs, floors):
        reached = scores(pairs)
        for key, floor in floors.items():
            with self.subTest(level=key[0], measure=key[1]):
                self.assertGreaterEqual(reached[key], floor)

    @needs_gold
    def test_the_seeds_are_read_as_well_as_promised(self):
        numbers = [path.stem.removeprefix("gold_") for path in GOLD]
        texts = [next(text for text in SEEDS if text.name.startswith(number + "_")) for number in numbers]
        self.check(list(zip(GOLD, texts)), SEEDS_FLOORS)

    @unittest.skipUnless(DEVELOPMENT, "no texts for development")
    def test_other_conflicts_are_read_as_well_as_promised(self):
        self.check([(text.with_suffix(".json"), text) for text in DEVELOPMENT], DEVELOPMENT_FLOORS)


if __name__ == "__main__":
    acceptance.main()
