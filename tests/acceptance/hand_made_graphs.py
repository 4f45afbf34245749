"""Graphs made by hand go through the native JSON without loss, compared with the file field by field."""
import json
import unittest
from collections import Counter

import acceptance
from acceptance import GOLD, entente, graph_of, needs_gold, scratch

ASSUMED = {"polarity": "positive", "modality": "actual", "confidence": 1}  # where a relation does not say
SYMMETRIC = {"agreesWith", "borders", "consults", "cooperatesWith", "negotiatesWith"}  # which end comes first means nothing


def quotations(value, document):
    """Mentions or evidence as (document, start, end, text), whichever way they are written."""
    items = [value] if isinstance(value, (str, dict)) else value or []
    items = [{"text": item} if isinstance(item, str) else item for item in items]
    return Counter((item.get("document", document), item.get("start"), item.get("end"), item["text"]) for item in items)


def plain(item, document, assumed):
    """All that an entity or relation says, in one form: no nulls, no empty lists, assumed values written out."""
    fields = {**assumed, **{key: value for key, value in item.items() if value not in (None, [], {})}}
    for key in ("mentions", "evidence"):
        if key in fields:
            fields[key] = sorted(quotations(fields[key], document).items(), key=str)
    if item.get("predicate") in SYMMETRIC:
        fields["subject"], fields["object"] = sorted((item["subject"], item["object"]))
    return fields


def plain_list(items, document, assumed=None):
    return Counter(json.dumps(plain(item, document, assumed or {}), sort_keys=True) for item in items)


@needs_gold
class HandMadeGraphs(unittest.TestCase):
    maxDiff = 4000

    def test_writing_reading_and_writing_again_gives_the_same_bytes(self):
        for path in GOLD:
            first, second = scratch("first.json"), scratch("second.json")
            entente("build", path, "-o", first)
            entente("build", first, "-o", second)
            self.assertEqual(first.read_bytes(), second.read_bytes())

    def test_nothing_is_lost_and_nothing_is_added(self):
        for path in GOLD:
            gold, built = json.loads(path.read_text(encoding="utf-8")), graph_of(path)
            document = gold["document"]["id"]
            self.assertEqual(built["documents"], [plain(gold["document"], document, {})])
            for key, assumed in (("entities", {}), ("relations", ASSUMED)):
                before, after = plain_list(gold[key], document, assumed), plain_list(built[key], document, assumed)
                self.assertEqual((sorted((before - after).elements()), sorted((after - before).elements())), ([], []))
            mentions = sum(len(entity["mentions"]) for entity in built["entities"])
            evidence = sum(len(relation["evidence"]) for relation in built["relations"])
            print(f"{path.name}: {len(built['entities'])} entities, {len(built['relations'])} relations, {mentions} mentions, "
                  f"{evidence} pieces of evidence")


if __name__ == "__main__":
    acceptance.main()
