#!/usr/bin/python3
"""Checks that layering.py finds what it is there to find."""

import tempfile
import unittest
from pathlib import Path

from layering import violations

PROJECT = {
    "graph/include/entente/ids.hpp": "",
    "importers/include/entente/importer.hpp": "",
    "exporters/include/entente/exporter.hpp": "",
    "exporters/words.hpp": "",
    "importers/prose/passage.hpp": "",
    "importers/prose/language/tokens.hpp": "",
    "importers/prose/reading/names.hpp": "",
    "importers/prose/reading/names_of_people.hpp": "",
    "importers/prose/reading/lexicon.hpp": "",
    "importers/prose/reading/tables.hpp": "",
}


def troubles(file, include):
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder).resolve()
        for name, text in {**PROJECT, file: f"// a line\n#include {include}\n"}.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        return list(violations(root))


class Layering(unittest.TestCase):
    def refuses(self, file, include):
        found = troubles(file, include)
        self.assertEqual(len(found), 1, (file, include))
        self.assertTrue(found[0].startswith(f"{file}:2: "), found[0])

    def accepts(self, file, include):
        self.assertEqual(troubles(file, include), [], (file, include))

    def test_importers_and_exporters_do_not_know_each_other(self):
        self.refuses("importers/a.cpp", "<entente/exporter.hpp>")
        self.refuses("exporters/a.cpp", "<entente/importer.hpp>")
        self.refuses("importers/a.cpp", '"words.hpp"')
        self.refuses("importers/a.cpp", '"../exporters/words.hpp"')
        self.accepts("exporters/a.cpp", '"words.hpp"')

    def test_the_graph_knows_neither(self):
        self.refuses("graph/a.cpp", "<entente/importer.hpp>")
        self.refuses("graph/include/entente/a.hpp", "<entente/exporter.hpp>")
        self.accepts("exporters/a.cpp", "<entente/ids.hpp>")
        self.accepts("cli/a.cpp", "<entente/exporter.hpp>")

    def test_foreign_libraries_are_seen_where_they_are_used(self):
        self.accepts("graph/betweenness.cpp", "<boost/graph/betweenness_centrality.hpp>")
        self.refuses("importers/a.cpp", "<boost/graph/betweenness_centrality.hpp>")
        self.refuses("graph/a.cpp", "<rapidjson/reader.h>")
        self.accepts("importers/json_importer.cpp", "<rapidjson/reader.h>")
        self.refuses("importers/prose/prose_importer.cpp", "<rapidjson/reader.h>")
        self.refuses("exporters/a.cpp", "<graphviz/cgraph.h>")
        self.refuses("graph/paths.cpp", "<openssl/evp.h>")
        self.refuses("importers/prose/reading/names.cpp", "<utf8proc.h>")
        self.refuses("importers/a.cpp", "<unistd.h>")

    def test_public_headers_see_the_standard_library_and_entente(self):
        self.accepts("graph/include/entente/a.hpp", "<string_view>")
        self.refuses("graph/include/entente/a.hpp", "<boost/graph/graph_traits.hpp>")
        self.refuses("exporters/include/entente/a.hpp", "<rapidjson/writer.h>")
        self.refuses("graph/include/entente/a.hpp", '"ids.hpp"')
        self.refuses("graph/include/entente/a.hpp", "<entente/no_such.hpp>")

    def test_language_does_not_know_reading(self):
        self.refuses("importers/prose/language/tokens.cpp", '"prose/reading/names.hpp"')
        self.accepts("importers/prose/reading/moods.cpp", '"prose/language/tokens.hpp"')

    def test_stages_of_reading_meet_in_passage_and_lexicon(self):
        self.refuses("importers/prose/reading/moods.cpp", '"prose/reading/names.hpp"')
        self.accepts("importers/prose/reading/moods.cpp", '"prose/reading/lexicon.hpp"')
        self.accepts("importers/prose/reading/moods.cpp", '"prose/passage.hpp"')
        self.accepts("importers/prose/reading/lexicon.cpp", '"prose/reading/tables.hpp"')
        self.accepts("importers/prose/reading/names.cpp", '"prose/reading/names_of_people.hpp"')


if __name__ == "__main__":
    unittest.main()
