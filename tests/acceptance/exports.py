"""Independent programs read what the program writes: rdflib the JSON-LD, Graphviz the diagrams."""
import re
import shutil
import subprocess
import sys
import time
import unittest

import acceptance
from acceptance import GOLD, SAMPLES, SEEDS, SOURCE, entente, graph_of, needs_gold, needs_seeds, scratch

MOST_SECONDS = 60  # for one picture


class Exports(unittest.TestCase):
    def check_json_ld(self, inputs):
        native, linked = scratch("graph.json"), scratch("graph.jsonld")
        entente("build", *inputs, "-o", native)
        entente("build", native, "-o", linked)
        done = subprocess.run([sys.executable, SOURCE / "tests/exporters/check_json_ld.py", linked, native],
                              capture_output=True, text=True)
        if done.returncode == 77:
            self.skipTest(done.stdout.strip())
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        print(done.stdout.strip())

    def check_diagram(self, inputs):
        if not shutil.which("dot"):
            self.skipTest("Graphviz is not installed")
        start = time.monotonic()
        done = subprocess.run(["dot", "-Tsvg"], input=entente("build", *inputs, "--to", "dot"), capture_output=True,
                              timeout=MOST_SECONDS)
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        picture = done.stdout.decode()
        self.assertEqual(len(re.findall(r'<g id="node\d+"', picture)), len(graph_of(*inputs)["entities"]))
        print(f"{len(picture)} bytes of SVG after {time.monotonic() - start:.1f} s")

    def test_rdflib_counts_what_the_samples_hold(self):
        self.check_json_ld(SAMPLES)

    @needs_seeds
    def test_rdflib_counts_what_the_seeds_hold(self):
        self.check_json_ld(SEEDS)

    @needs_gold
    def test_rdflib_counts_what_the_hand_made_graphs_hold(self):
        self.check_json_ld(GOLD)

    def test_graphviz_draws_every_sample(self):
        for document in SAMPLES:
            self.check_diagram([document])

    def test_graphviz_draws_all_samples_together(self):
        self.check_diagram(SAMPLES)

    @needs_seeds
    def test_graphviz_draws_the_seeds(self):
        self.check_diagram(SEEDS)

    @needs_gold
    def test_graphviz_draws_the_hand_made_graphs(self):
        self.check_diagram(GOLD)


if __name__ == "__main__":
    acceptance.main()
