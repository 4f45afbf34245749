"""Loads FILE.graphml with networkx and compares it with FILE.csv, the relations of the same graph as a table.

    check_graphml.py FILE.graphml FILE.csv

Ends with an assertion when they differ, with 77 (skipped) when networkx is missing.
"""
import csv
import sys

try:
    import networkx
except ImportError:
    print("networkx is not installed")
    sys.exit(77)


def clean(text):
    """The text as XML can hold it."""
    return "".join("\ufffd" if c < " " and c not in "\t\n\r" or c in "\ufffe\uffff" else c for c in text)


def by_number(edge):
    return int(edge[2].split("-")[1])


graph = networkx.read_graphml(sys.argv[1], force_multigraph=True)
with open(sys.argv[2], newline="", encoding="utf-8") as file:
    rows = list(csv.DictReader(file))
edges = sorted(graph.edges(keys=True, data=True), key=by_number)
assert len(edges) == len(rows), (len(edges), len(rows))
for (subject, object_, _, data), row in zip(edges, rows):
    found = (graph.nodes[subject]["label"], graph.nodes[subject]["type"], data["label"],
             graph.nodes[object_]["label"], data["polarity"], data["modality"], data.get("date", ""),
             data.get("role", ""), data["confidence"], data["start"], data["end"])
    expected = (clean(row["subject"]), row["subject_type"], row["predicate"], clean(row["object"]), row["polarity"],
                row["modality"], row["date"], clean(row["role"]), float(row["confidence"]), int(row["start"]),
                int(row["end"]))
    assert found == expected, (found, expected)
print(f"{len(graph)} nodes, {len(edges)} edges")
