#!/usr/bin/python3
"""Runs the examples of README.md and compares what they print: readme_examples.py ENTENTE FOLDER_OF_THE_PROJECT

An example is a block marked `console`: a line `$ command`, and below it everything that it prints.
"""

import difflib
import os
import re
import subprocess
import sys
from pathlib import Path

BLOCK = re.compile(r"^```console\n\$ ([^\n]+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def main():
    program, root = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
    environment = {**os.environ, "PATH": f"{program.parent}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8"}
    examples = BLOCK.findall((root / "README.md").read_text(encoding="utf-8"))
    failures = 0
    for command, expected in examples:
        result = subprocess.run(command, shell=True, cwd=root / "samples", env=environment, capture_output=True,
                                encoding="utf-8")
        printed = result.stdout + result.stderr
        if printed != expected:
            failures += 1
            print(f"$ {command}\n(ended with {result.returncode})")
            print("\n".join(difflib.unified_diff(expected.splitlines(), printed.splitlines(), "README.md", "printed", "", "", 3, "")))
    print(f"{len(examples)} examples, {failures} differ")
    return 1 if failures or not examples else 0


if __name__ == "__main__":
    sys.exit(main())
