"""Questions of an analyst about the two seed texts, asked through the command line of what was read from them, each with
its sentence. Skipped without the shared folder."""
import unittest

import acceptance
from acceptance import SEEDS, entente, scratch


@unittest.skipUnless(SEEDS, "no seed texts")
class Questions(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.file = scratch("read.json")
        entente("build", *SEEDS, "-o", cls.file)

    def ask(self, *arguments):
        """What the command prints, without the breaks of lines inside quotations."""
        return " ".join(entente(*arguments).decode().split())

    def test_who_meets_whom_where_and_when_in_january(self):
        for place, date, who, sentence in (
                ("Geneva", "2022-01-09/2022-01-10", ("United States", "Russia"), "will meet in Geneva"),
                ("Brussels", "2022-01-12", ("NATO-Russia Council",), "NATO-Russia Council"),
                ("Vienna", "2022-01-13", ("Permanent Council",), "will meet in Vienna")):
            with self.subTest(place=place):
                lens = ("--type", "Event,Territory", "--since", date[:10], "--until", date[-10:])
                answer = self.ask("timeline", self.file, *lens, place)
                self.assertIn("located in " + place, answer)
                self.assertIn(date, answer)
                self.assertIn(sentence, answer)
                everything = self.ask("build", self.file, "--predicate", "participatesIn", "--since", date[:10],
                                      "--until", date[-10:], "--to", "csv")
                for name in who:
                    self.assertIn(name, everything)

    def test_who_called_whom_on_which_dates(self):
        answer = self.ask("timeline", self.file, "--predicate", "consults", "--dated", "Joe Biden")
        for date, other in (("2021-12-07", "Vladimir Putin"), ("2021-12-09", "Volodymyr Zelenskyy"),
                            ("2021-12-30", "Vladimir Putin"), ("2022-01-03", "Volodymyr Zelenskyy")):
            self.assertIn(f"{date} Joe Biden consults {other}", answer)
        self.assertIn("Biden spoke again by phone with Zelenskyy", answer)

    def test_what_the_articles_of_the_drafts_would_commit_whom_to(self):
        four, six = self.ask("show", self.file, "Article 4"), self.ask("show", self.file, "Article 6")
        self.assertIn("Article 4 is part of Draft treaty", four)
        self.assertIn("Article 4 obligates United States proposed", four)
        self.assertIn("prevent further eastward expansion of NATO", four)
        self.assertIn("Article 6 is part of Draft agreement", six)
        self.assertIn("Article 6 obligates NATO proposed", six)
        self.assertIn("any further enlargement of NATO", six)

    def test_who_negotiated_minsk_2_and_its_steps_in_order(self):
        parties = self.ask("neighbors", self.file, "--predicate", "partyTo", "Minsk II")
        for name in ("Vladimir Putin", "Petro Poroshenko", "François Hollande", "Angela Merkel"):
            self.assertIn(name, parties)
        steps = entente("order", self.file, "Minsk II").decode().splitlines()
        stages = [line for line in steps if line[:2] in ("1.", "2.", "3.")]
        self.assertIn("ceasefire", stages[0])
        self.assertIn("elections", stages[1])
        self.assertIn("restoration of full control", stages[2])

    def test_what_the_author_of_the_article_proposes_point_by_point(self):
        points = self.ask("show", self.file, "--predicate", "proposes", "United States")
        for words in ("moratorium", "ratify", "Intermediate Nuclear Forces Treaty", "Donbas", "commitment to the UN"):
            self.assertIn(words, points)
        self.assertIn("new UN process", self.ask("show", self.file, "--predicate", "proposes", "Antony Blinken"))

    def test_which_territories_would_be_recognised_and_get_autonomy(self):
        recognised = self.ask("build", self.file, "--predicate", "recognizes", "--to", "csv")
        for territory in ("Kosovo", "Abkhazia", "South Ossetia"):
            self.assertIn(territory, recognised)
        self.assertIn("Ukraine grants autonomy to Donbas",
                      self.ask("show", self.file, "--predicate", "grantsAutonomyTo", "Donbas"))
        self.assertIn("Moldova grants autonomy to Transnistria",
                      self.ask("show", self.file, "--predicate", "grantsAutonomyTo", "Transnistria"))

    def test_what_russia_demands(self):
        answer = self.ask("show", self.file, "--predicate", "proposes", "Russia")
        self.assertIn("Russia proposes Reliable, legally binding guarantees demanded", answer)
        self.assertIn("is seriously interested in receiving", answer)
        self.assertIn("ruling out the eastward expansion of NATO", answer)

    def test_what_russia_and_the_united_states_will_not_yield(self):
        for ours, theirs in (("Russia", "United States"), ("United States", "Russia")):
            answer = self.ask("show", self.file, "--predicate", "yieldsTo", ours)
            self.assertIn(f"{ours} does not yield to {theirs} planned · denied", answer)
            self.assertIn("Given the diametrically-opposed “red lines” of the U.S. and NATO", answer)

    def test_what_is_said_to_happen_if_russia_invades_and_by_whom(self):
        answer = self.ask("show", self.file, "--predicate", "threatens", "Russia")
        self.assertIn("United States threatens Russia", answer)
        self.assertIn("according to Joe Biden", answer)
        self.assertIn("depends on: Russia invades Ukraine", answer)
        self.assertIn("will respond decisively if Russia further invades Ukraine", answer)


if __name__ == "__main__":
    acceptance.main()
