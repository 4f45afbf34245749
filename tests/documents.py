#!/usr/bin/python3
"""Checks that what the documentation links to exists: documents.py [FOLDER_OF_THE_PROJECT]"""

import re
import sys
from pathlib import Path

LINK = re.compile(r"\]\(([^)\s]+)\)")
FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
SKIPPED = ("build", "entente-out", ".git")


def anchors(document):
    """The fragments that a heading of the document can be reached by."""
    headings = re.findall(r"^#+ (.+)$", FENCED.sub("", document.read_text(encoding="utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def broken_links(root):
    documents = [d for d in sorted(root.rglob("*.md")) if d.relative_to(root).parts[0] not in SKIPPED]
    if not documents:
        yield f"{root}: no documentation at all"
    for document in documents:
        for target in LINK.findall(FENCED.sub("", document.read_text(encoding="utf-8"))):
            if re.match(r"[a-z]+:", target):
                continue
            name, _, fragment = target.partition("#")
            linked = document.parent / name if name else document
            if not linked.exists() or (fragment and linked.suffix == ".md" and fragment not in anchors(linked)):
                yield f"{document.relative_to(root)}: links to {target}, which does not exist"


def main():
    root = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent.parent).resolve()
    broken = list(broken_links(root))
    print("\n".join(broken) if broken else "every link leads somewhere")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
