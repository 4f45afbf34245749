#!/usr/bin/env python3
"""Reads the seed documents with the program and asks the shared scorer how well.

usage: seed_scores.py ENTENTE SHARED

Exits with 77 (skipped) where SHARED has no seeds, hand-made graphs or scorer. Fails when any document is read worse
than the bounds below.
"""
import pathlib
import re
import subprocess
import sys
import tempfile

SKIPPED = 77
TYPED_F1, RELATION_F1, RELATION_PRECISION = 0.50, 0.15, 0.40


def read(program, text, folder):
    graph = pathlib.Path(folder) / (text.stem + ".json")
    subprocess.run([program, "build", str(text), "-o", str(graph)], check=True)
    return graph


def measures(scorer, gold, graph):
    """Precision and F1 of every level that the scorer prints for one document."""
    printed = subprocess.run([sys.executable, str(scorer), str(gold), str(graph)], check=True, capture_output=True, text=True).stdout
    print(printed)
    rows = re.findall(r"^ +(\w+) +P ([\d.]+) +R [\d.]+ +F1 ([\d.]+)", printed, re.MULTILINE)
    return {level: (float(precision), float(f1)) for level, precision, f1 in rows}


def shortfalls(found):
    (_, typed_f1), (precision, relation_f1) = found["typed"], found["relation"]
    wanted = (("typed entities, F1", typed_f1, TYPED_F1), ("relations, F1", relation_f1, RELATION_F1),
              ("relations, precision", precision, RELATION_PRECISION))
    return [f"{what}: {got} is less than {least}" for what, got, least in wanted if got < least]


def main(program, shared):
    shared = pathlib.Path(shared)
    scorer = shared / "eval" / "score.py"
    pairs = []
    for gold in sorted((shared / "gold").glob("gold_*.json")):
        pairs += [(gold, text) for text in sorted((shared / "seeds").glob(gold.stem.removeprefix("gold_") + "_*.txt"))]
    if not scorer.is_file() or not pairs:
        print(f"skipped: {shared} has no seeds with hand-made graphs and scorer (set ENTENTE_SHARED)")
        return SKIPPED
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        for gold, text in pairs:
            for shortfall in shortfalls(measures(scorer, gold, read(program, text, folder))):
                print(f"{text.name}: {shortfall}")
                failed = True
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
