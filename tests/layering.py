#!/usr/bin/python3
"""Checks who includes whom: layering.py [FOLDER_OF_THE_PROJECT]

The compiler keeps the three libraries apart as long as nobody adds an include folder; this checks the rest. Every
include of every source has to be allowed by a row below. Prints one line for each that is not and exits with 1.
"""

import re
import sys
from pathlib import Path

LIBRARIES_SEEN_BY = {
    "graph": {"graph"},
    "importers": {"graph", "importers"},
    "exporters": {"graph", "exporters"},
    "cli": {"graph", "importers", "exporters"},
}

# Header prefix -> the files that may include it. Public headers never may, but for the one that shows Boost.
FOREIGN = {
    "boost/": r"graph/[^/]+\.[ch]pp|graph/include/entente/boost_graph\.hpp",
    "utf8proc.h": r"(graph|cli)/[^/]+\.cpp|importers/prose/language/[^/]+\.cpp|exporters/[^/]+\.cpp",
    "openssl/": r"graph/files\.cpp",
    "rapidjson/": r"importers/json[^/]*\.[ch]pp|exporters/[^/]+\.[ch]pp|cli/[^/]+\.cpp",
    "CLI/": r"cli/[^/]+\.[ch]pp",
}
POSIX = re.compile(r"(unistd|fcntl|spawn|poll|signal|sys/[a-z]+)\.h")
POSIX_SEEN_BY = r"graph/files\.cpp|exporters/child_process\.cpp|cli/[^/]+\.[ch]pp"

STANDARD = re.compile(r"[a-z_0-9]+$")
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)
MEETING_POINTS = ("lexicon", "tables", "fillers", "attitudes", "name_hints", "verb_forms", "joined_referents", "tree_mends", "tree_edits")  # what stages of prose/reading/ may share, beside passage.hpp


def sources(root):
    for library in LIBRARIES_SEEN_BY:
        for path in sorted((root / library).rglob("*.[ch]pp")):
            yield library, path, path.relative_to(root).as_posix()


def owner_of_public_header(root, name):
    owners = [library for library in LIBRARIES_SEEN_BY if (root / library / "include" / name).is_file()]
    return owners[0] if owners else None


def angled(root, library, file, name):
    """What is wrong with `#include <name>` in that file, or None."""
    if name.startswith("entente/"):
        owner = owner_of_public_header(root, name)
        if owner is None:
            return "no library has such a public header"
        return None if owner in LIBRARIES_SEEN_BY[library] else f"{library} does not know {owner}"
    if STANDARD.match(name):
        return None
    if POSIX.fullmatch(name):
        return None if re.fullmatch(POSIX_SEEN_BY, file) else "the operating system is not for this file"
    for prefix, files in FOREIGN.items():
        if name.startswith(prefix):
            return None if re.fullmatch(files, file) else f"{prefix.rstrip('/')} is not for this file"
    return "not a library that Entente is built on"


def quoted(root, library, path, name):
    """What is wrong with `#include "name"` in that file, or None."""
    if "include/entente" in path.as_posix():
        return "public headers include <entente/...> only"
    found = [folder for folder in (path.parent, root / library) if (folder / name).is_file()]
    if ".." in name or not found:
        return f"not a private header of {library}"
    return prose(path.relative_to(root).as_posix(), (found[0] / name).relative_to(root).as_posix())


def prose(file, header):
    """What is wrong when a source of the prose importer includes that private header, or None."""
    language, reading = "importers/prose/language/", "importers/prose/reading/"
    if file.startswith(language) and header.startswith(reading):
        return "language knows no politics: it does not include reading"
    if file.startswith(reading) and header.startswith(reading):
        stage, other = Path(file).stem, Path(header).stem
        own = stage.startswith(other) or other.startswith(stage)
        if not own and other not in MEETING_POINTS:
            return "stages of reading meet in passage.hpp and " + ", ".join(f"{name}.hpp" for name in MEETING_POINTS) + " only"
    return None


def violations(root):
    for library, path, file in sources(root):
        text = path.read_text(encoding="utf-8")
        for match in INCLUDE.finditer(text):
            name = match[2]
            trouble = angled(root, library, file, name) if match[1] == "<" else quoted(root, library, path, name)
            if trouble:
                yield f"{file}:{text.count(chr(10), 0, match.start(2)) + 1}: includes {name}: {trouble}"


def main():
    root = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent.parent).resolve()
    found = list(violations(root))
    print("\n".join(found) if found else "every include is allowed")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
