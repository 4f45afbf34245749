#!/usr/bin/env python3
"""Runs the commands in a case file and compares what they print with what stands below them.

    run_cases.py ENTENTE CASE...            compare
    run_cases.py --accept ENTENTE CASE...   write what is printed now into the case files

A case file holds, one after the other:

    # a remark
    $ entente COMMAND ...        run by sh in a folder with copies of tests/cli/data
    what it prints on standard output, line by line
    ! what it prints on standard error
    ? 2                          its exit code, if that is not 0

Where a line of the file says [...], anything may stand. A line that has no newline at its end is followed by one that
is "\\"; a carriage return is written <CR>.
"""
import difflib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

DATA = pathlib.Path(__file__).resolve().parent / "data"


def run(command, folder, program):
    environment = {"PATH": f"{program.parent}:{os.environ['PATH']}", "HOME": str(folder), "LC_ALL": "C"}
    done = subprocess.run(["sh", "-c", command], cwd=folder, env=environment, capture_output=True, timeout=120)
    lines = []
    for prefix, output in (("", done.stdout), ("! ", done.stderr)):
        text = output.decode("utf-8", "backslashreplace").replace("\r", "<CR>")
        parts = text.split("\n")
        lines += [prefix + line for line in parts[:-1]]
        if parts[-1]:
            lines += [prefix + parts[-1], "\\"]
    if done.returncode:
        lines.append(f"? {done.returncode}")
    return lines


def fits(expected, line):
    pattern = ".*".join(map(re.escape, expected.split("[...]")))
    return re.fullmatch(pattern, line, re.DOTALL) is not None


def keep_what_fits(expected, lines):
    """The lines, with those of the expected ones that fit in their places."""
    if len(expected) != len(lines):
        return lines
    return [old if fits(old, new) else new for old, new in zip(expected, lines)]


def blocks(text):
    """The commands and remarks of a case file, each with the lines that follow it."""
    found = []
    for line in text.splitlines():
        if line.startswith(("# ", "$ ")):
            found.append((line, []))
        elif line or (found and found[-1][1]):
            found[-1][1].append(line)
    for _, lines in found:
        while lines and not lines[-1]:
            lines.pop()
    return found


def replay(case, program):
    """The case file as it reads when its commands are run now."""
    lines = []
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        shutil.copytree(DATA, folder, dirs_exist_ok=True)
        for line, expected in blocks(case.read_text(encoding="utf-8")):
            if lines and (line.startswith("#") or not lines[-1].startswith("#")):
                lines.append("")
            lines.append(line)
            if line.startswith("$"):
                lines += keep_what_fits(expected, run(line[2:], folder, program))
    return "\n".join(lines) + "\n"


def main(arguments):
    accept = arguments[:1] == ["--accept"]
    program, *cases = map(pathlib.Path, arguments[accept:])
    failed = False
    for case in cases:
        now = replay(case, program.resolve())
        expected = case.read_text(encoding="utf-8")
        if now == expected:
            continue
        if accept:
            case.write_text(now, encoding="utf-8")
        else:
            failed = True
            before, after = expected.splitlines(True), now.splitlines(True)
            sys.stdout.writelines(difflib.unified_diff(before, after, str(case), "now"))
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
