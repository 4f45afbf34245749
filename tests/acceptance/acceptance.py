"""What the acceptance tests share: the program under test, and the documents and graphs that they put into it.

Every script is called with ENTENTE SOURCE_FOLDER SHARED_FOLDER and further options of unittest.
"""
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

ENTENTE, SOURCE, SHARED = (pathlib.Path(argument).resolve() for argument in sys.argv[1:4])
SAMPLES = sorted((SOURCE / "samples/documents").glob("*.txt"))
SEEDS = sorted((SHARED / "seeds").glob("*.txt"))
GOLD = sorted((SHARED / "gold").glob("gold_*.json"))
DEVELOPMENT = sorted(path.with_suffix(".txt") for path in (SHARED / "dev").glob("*.json") if path.with_suffix(".txt").exists())

needs_seeds = unittest.skipUnless(SEEDS, f"no texts in {SHARED / 'seeds'}")
needs_gold = unittest.skipUnless(GOLD, f"no hand-made graphs in {SHARED / 'gold'}")

_folder = tempfile.TemporaryDirectory()


def scratch(name):
    """A path of that name in a folder that is gone after the test."""
    return pathlib.Path(_folder.name) / name


def entente(*arguments, **options):
    """What the program prints, as bytes; a failure of the program is one of the test."""
    done = subprocess.run([ENTENTE, *arguments], capture_output=True, timeout=120, **options)
    if done.returncode != 0:
        raise AssertionError(f"entente {' '.join(map(str, arguments))} ended with {done.returncode}:\n{done.stderr.decode()}")
    return done.stdout


def graph_of(*inputs):
    """The graph that the program makes of the inputs, as its native JSON says it."""
    return json.loads(entente("build", *inputs))


def answer(*arguments):
    """What a command with --format json prints."""
    return json.loads(entente(*arguments, "--format", "json"))


def main():
    """Runs the tests of the calling script: 0 all right, 1 something failed, 77 nothing could be tested."""
    result = unittest.main(argv=[sys.argv[0], *sys.argv[4:]], verbosity=2, exit=False).result
    if not result.wasSuccessful():
        sys.exit(1)
    sys.exit(77 if len(result.skipped) == result.testsRun else 0)
