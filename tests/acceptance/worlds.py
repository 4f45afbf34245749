"""What speakers say and want in the hand-made graphs, what a proposal would change, and what has to come first."""
import json
import re
import unittest

import acceptance
from acceptance import GOLD, answer, entente, graph_of, needs_gold, scratch

OFFER = "Recommended package of U.S. proposals to Russia"
BORDER = "Minsk II: restoration of Ukrainian border control"
WISHES = ("planned", "proposed", "demanded")


def words(text):
    return " " + " ".join(re.findall(r"\w+", text.lower())) + " "


def statement(relation):
    ends = [end["id"] if isinstance(end := relation[key], dict) else end for key in ("subject", "object")]
    return (ends[0], relation["predicate"], ends[1], relation["polarity"])


@needs_gold
class Worlds(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.file = scratch("merged.json")
        entente("build", *GOLD, "-o", cls.file)
        cls.graph = graph_of(cls.file)
        cls.ids = {entity["name"]: entity["id"] for entity in cls.graph["entities"]}

    def is_about_membership(self, relation):
        """Whether the relation, or a text that one puts forward, is about the accession of Ukraine to NATO."""
        sentence = " ".join(quote["text"] for quote in relation["evidence"])
        return "member of NATO" in sentence or "accession of Ukraine" in sentence or "membership of NATO" in sentence

    def test_the_worlds_of_russia_and_the_united_states_contradict_each_other_on_nato_membership(self):
        comparison = answer("compare", self.file, "--according-to", "Russia", "--according-to", "United States")
        found = [pair for pair in comparison["contradictions"]
                 if self.is_about_membership(pair["first"]) and self.is_about_membership(pair["second"])]
        for pair in found:
            print(pair["kind"], *(f'{statement(pair[side])} "{pair[side]["evidence"][0]["text"][:200]}"'
                                  for side in ("first", "second")), sep="\n  ")
        sides = {(statement(pair["first"])[:3], statement(pair["second"])[:3]) for pair in found}
        ukraine, nato, us = (self.ids[name] for name in
                             ("Ukraine", "North Atlantic Treaty Organization (NATO)", "United States"))
        red_line = self.ids["U.S. and NATO red line: open door to NATO membership"]
        self.assertIn(((ukraine, "memberOf", nato), (us, "proposes", red_line)), sides)
        self.assertIn(((ukraine, "memberOf", nato), (us, "yieldsTo", self.ids["Russia"])), sides)
        for pair in found:
            self.assertTrue(pair["first"]["evidence"] and pair["second"]["evidence"])

    def test_whoever_is_a_source_has_a_world_with_all_that_it_says(self):
        listed = {row["id"]: row for row in answer("worlds", self.file, "--in-person")}
        sources = {relation["source"] for relation in self.graph["relations"] if relation.get("source")}
        self.assertGreater(len(sources), 4)
        for source in sources:
            said = sum(relation.get("source") == source for relation in self.graph["relations"])
            self.assertEqual(listed[source]["says"], said)

    def test_the_white_house_speaks_for_the_united_states(self):
        def world(*options):
            shown = answer("info", self.file, "--according-to", "United States", *options)
            return shown["by_source"]
        self.assertIn("White House", world())
        self.assertIn("Joe Biden", world())
        self.assertNotIn("White House", world("--in-person"))

    def test_assuming_the_package_turns_the_path_from_serbia_to_crimea(self):
        changes = answer("assume", self.file, OFFER, "Serbia", "Crimea")
        russia, kosovo = self.ids["Russia"], self.ids["Kosovo"]
        before, after = ([statement(step) for step in changes[key]] for key in ("path_before", "path_after"))
        print("before:", before, "after:", after, sep="\n  ")
        self.assertIn((russia, "recognizes", kosovo, "negative"), before)
        self.assertIn((russia, "recognizes", kosovo, "positive"), after)
        self.assertNotIn((russia, "recognizes", kosovo, "negative"), after)
        self.assertEqual(len(before), len(after))
        path, = answer("path", self.file, "Serbia", "Crimea", "--modality", "actual", "--assume", OFFER)["paths"]
        self.assertEqual([statement(step["relation"]) for step in path["steps"]], after)

    def test_what_comes_about_was_wished_before_and_what_goes_was_a_fact(self):
        changes = answer("assume", self.file, OFFER)["changes"]
        wished = {statement(relation) for relation in self.graph["relations"] if relation["modality"] in WISHES}
        facts = {statement(relation) for relation in self.graph["relations"] if relation["modality"] == "actual"}
        come = {statement(change["relation"]) for change in changes if change["change"] == "comes"}
        gone = {statement(change["relation"]) for change in changes if change["change"] == "goes"}
        self.assertLessEqual(come, wished)
        self.assertLessEqual(gone, facts)
        us, nato, ukraine = (self.ids[name] for name in
                             ("United States", "North Atlantic Treaty Organization (NATO)", "Ukraine"))
        self.assertIn((ukraine, "memberOf", nato, "negative"), come)
        cfe = self.ids["Adapted Conventional Armed Forces in Europe Treaty (CFE)"]
        self.assertIn((us, "ratifies", cfe, "positive"), come)
        self.assertIn((us, "ratifies", cfe, "negative"), gone)

    def test_border_control_comes_after_elections_and_these_after_reform_and_special_status(self):
        stages = answer("order", self.file, BORDER)
        names = {stage["entity"]["name"]: stage["stage"] for stage in stages}
        print(names)
        elections = names.pop("Minsk II: local elections")
        self.assertEqual(names.pop(BORDER), 3)
        self.assertEqual(elections, 2)
        self.assertEqual(names, {"Minsk II: constitutional reform (decentralization and autonomy)": 1,
                                 "Minsk II: permanent laws on special status": 1})

    def test_false_sentences_break_the_path_that_rests_on_them(self):
        blame = answer("why", self.file, "Serbia", "Crimea")
        self.assertEqual(blame["cut_at_least"], len(blame["cut"]))
        cut = [words(part["sentence"]["text"]) for part in blame["cut"]]
        graph = dict(self.graph)
        graph["relations"] = [relation for relation in graph["relations"] if not relation["evidence"] or not all(
            any(words(quote["text"]) in sentence for sentence in cut) for quote in relation["evidence"])]
        self.assertLess(len(graph["relations"]), len(self.graph["relations"]))
        left = scratch("left.json")
        left.write_text(json.dumps(graph), encoding="utf-8")
        self.assertEqual(answer("path", left, "Serbia", "Crimea")["paths"], [])

    def test_a_timeline_is_in_the_order_of_time(self):
        dates = [relation["date"] for relation in answer("timeline", self.file, "Russia", "--dated")]
        self.assertGreater(len(dates), 20)
        starts = [(date.split("/")[0] + "-01-01")[:10] for date in dates]
        self.assertEqual(starts, sorted(starts))


if __name__ == "__main__":
    acceptance.main()
