#include "prose/language/cleaning.hpp"

#include <optional>
#include <string>

#include <catch2/catch.hpp>

using namespace entente::prose;

namespace {

/// A passage together with the text that it is a view of.
struct Cleaned : Passage {
  explicit Cleaned(std::string content) : content_(std::move(content)) {
    text = content_;
    clean(*this);
  }
  Cleaned(const Cleaned&) = delete;
  Cleaned& operator=(const Cleaned&) = delete;

 private:
  std::string content_;
};

/// What the block that begins with these words was taken for; nothing if there is none.
std::optional<BlockKind> kind_of(const Passage& passage, std::string_view opening) {
  for (const Block& block : passage.blocks) {
    if (passage.slice(block.bytes).starts_with(opening)) return block.kind;
  }
  return std::nullopt;
}

std::optional<BlockKind> kind_of(std::string_view text, std::string_view opening) {
  return kind_of(Cleaned(std::string(text)), opening);
}

std::string date_of(std::string_view text) {
  const auto date = Cleaned(std::string(text)).imprint.date;
  return date ? date->to_string() : "none";
}

constexpr std::string_view story = "The two governments opened a channel between their capitals in the spring.";

std::string with_story(std::string_view line) {
  return std::string(line) + "\n\n" + std::string(story) + "\n";
}

}  // namespace

TEST_CASE("running text is body") {
  CHECK(kind_of(story, "The two") == BlockKind::body);
}

TEST_CASE("menus, links and calls to share are navigation") {
  for (std::string_view line :
       {"Home | World | Africa | Sport", "Share this article", "Share on Facebook", "Tweet", "Read more: the war",
        "Subscribe to our newsletter", "https://example.org/news/article", "Skip to content", "Advertisement"}) {
    CAPTURE(line);
    CHECK(kind_of(with_story(line), line.substr(0, 5)) == BlockKind::navigation);
  }
}

TEST_CASE("a sentence that begins like a link is body") {
  CHECK(kind_of("Share of power was what the rebels had demanded since the war began.", "Share") == BlockKind::body);
  CHECK(kind_of("Search parties crossed the ceasefire line on Monday.", "Search") == BlockKind::body);
}

TEST_CASE("copyright lines are set aside and name the publisher") {
  const Cleaned passage(with_story("© 2019 Harbour Review. All rights reserved."));
  CHECK(kind_of(passage, "©") == BlockKind::copyright);
  CHECK(passage.imprint.publisher == "Harbour Review");
}

TEST_CASE("page footers are set aside") {
  CHECK(kind_of(with_story("Page 3 of 12"), "Page 3") == BlockKind::footer);
  CHECK(kind_of(with_story("Quarterly briefing - page 7"), "Quarterly") == BlockKind::footer);
}

TEST_CASE("credits of pictures are set aside, captions are not") {
  CHECK(kind_of(with_story("Photo: A. Lindgren"), "Photo") == BlockKind::credit);
  const Cleaned passage("The ministers shake hands after the ceremony in Accra. (Photo: A. Lindgren)");
  REQUIRE(passage.blocks.size() == 1);
  CHECK(passage.blocks[0].kind == BlockKind::body);
  CHECK(passage.slice(passage.blocks[0].bytes) == "The ministers shake hands after the ceremony in Accra.");
}

TEST_CASE("lines without letters are stray marks") {
  CHECK(kind_of(with_story("* * *"), "* *") == BlockKind::stray_mark);
  CHECK(kind_of(with_story("-----"), "---") == BlockKind::stray_mark);
}

TEST_CASE("a pull quote that repeats the text is set aside, the text is not") {
  const std::string text =
      "No army has ever left this valley of its own free will, the governor said.\n\n"
      "No army has ever left this valley of its own free will\n\n" +
      std::string(story);
  const Cleaned passage(text);
  REQUIRE(passage.blocks.size() == 3);
  CHECK(passage.blocks[0].kind == BlockKind::body);
  CHECK(passage.blocks[1].kind != BlockKind::body);
  CHECK(passage.blocks[2].kind == BlockKind::body);
}

TEST_CASE("of a paragraph that stands twice the second is set aside") {
  const Cleaned passage(std::string(story) + "\n\n" + std::string(story));
  REQUIRE(passage.blocks.size() == 2);
  CHECK(passage.blocks[0].kind == BlockKind::body);
  CHECK(passage.blocks[1].kind == BlockKind::repeated);
}

TEST_CASE("a running head is set aside when it comes again") {
  const std::string head = "Briefing on the strait";
  const Cleaned passage("A title for this paper\n\n" + head + "\n\n" + std::string(story) + "\n\n" + head +
                        "\n\nIt closed in autumn.");
  CHECK(passage.blocks[1].kind == BlockKind::heading);
  CHECK(passage.blocks[3].kind == BlockKind::repeated);
}

TEST_CASE("a sentence that a page break cuts is joined over what stands between") {
  const Cleaned passage(std::string(story) +
                        "\n\nLate at night the mediators told the delegates who had waited in the hall of the old "
                        "palace that the plan\n\nPage 4\n\nhad been rejected by one side.");
  REQUIRE(passage.blocks.size() == 4);
  CHECK(passage.blocks[1].kind == BlockKind::body);
  CHECK(passage.blocks[2].kind == BlockKind::footer);
  CHECK(passage.blocks[3].continues_previous);
}

TEST_CASE("a paragraph after a finished one is not joined to it") {
  CHECK_FALSE(Cleaned("The plan failed.\n\nthen war came.").blocks[1].continues_previous);
  CHECK_FALSE(Cleaned("The plan of the mediators for the valley\n\nThen war came to it.").blocks[1].continues_previous);
}

TEST_CASE("title, byline and date are read from the head") {
  const Cleaned passage("A border that moved at night\n\nBy Ingrid Solheim\n\n12 March 2011\n\n" + std::string(story));
  CHECK(passage.imprint.title == "A border that moved at night");
  CHECK(passage.imprint.author == "Ingrid Solheim");
  REQUIRE(passage.imprint.date);
  CHECK(passage.imprint.date->to_string() == "2011-03-12");
  CHECK(kind_of(passage, "By Ingrid") == BlockKind::byline);
}

TEST_CASE("a publisher stands beside the date") {
  const Cleaned passage("A border that moved at night\n\nNordic Review, Helsinki, 15 August 2015\n\n" +
                        std::string(story));
  CHECK(passage.imprint.publisher == "Nordic Review");
  CHECK(passage.imprint.date->to_string() == "2015-08-15");
}

TEST_CASE("the head of a memo gives author, title and date") {
  const Cleaned passage("To: The Director\nFrom: Desk for Asia\nDate: 3 June 1999\nSubject: Truce in the hills\n\n" +
                        std::string(story));
  CHECK(passage.imprint.author == "Desk for Asia");
  CHECK(passage.imprint.title == "Truce in the hills");
  CHECK(passage.imprint.date->to_string() == "1999-06-03");
  CHECK(kind_of(passage, "From") == BlockKind::metadata);
}

TEST_CASE("a dateline dates the report and is cut off") {
  const Cleaned passage("LIMA, Oct. 26, 1998 (Pacific Wire) - The presidents of both states signed the accord.");
  REQUIRE(passage.blocks.size() == 2);
  CHECK(passage.blocks[0].kind == BlockKind::dateline);
  CHECK(passage.slice(passage.blocks[1].bytes) == "The presidents of both states signed the accord.");
  REQUIRE(passage.blocks[1].date);
  CHECK(passage.blocks[1].date->to_string() == "1998-10-26");
  CHECK(passage.imprint.publisher == "Pacific Wire");
  CHECK(passage.imprint.date == passage.blocks[1].date);
}

TEST_CASE("an address may tell the date") {
  CHECK(date_of("https://example.org/world/2014/03/18/annexation\n\n" + std::string(story)) == "2014-03-18");
  CHECK(date_of("https://example.org/2014/19/88/x\n\n" + std::string(story)) == "none");
}

TEST_CASE("numbers in the running text do not date it") {
  CHECK(date_of("On 3 May 1947 the armies of both states had left the valley for good, and nobody had any wish for "
                "them to come back.") == "none");
}

TEST_CASE("bullets and numbered points are items without their marks") {
  const Cleaned passage(
      "The plan has parts:\n\n* withdrawal of all foreign troops\n2. exchange of every prisoner held\n(a) talks about "
      "a new border");
  REQUIRE(passage.blocks.size() == 4);
  for (std::size_t i = 1; i < 4; ++i) {
    CHECK(passage.blocks[i].item);
    CHECK(passage.blocks[i].kind == BlockKind::body);
  }
  CHECK(passage.slice(passage.blocks[1].bytes) == "withdrawal of all foreign troops");
  CHECK(passage.slice(passage.blocks[2].bytes) == "exchange of every prisoner held");
  CHECK(passage.slice(passage.blocks[3].bytes) == "talks about a new border");
}

TEST_CASE("a table row that tells a date is body, other rows are not") {
  const Cleaned passage(
      "Year | Event | Place | Outcome\n4 May 1994 | The parties sign an accord on the two areas | Cairo\n");
  CHECK(kind_of(passage, "Year") != BlockKind::body);
  CHECK(kind_of(passage, "4 May") == BlockKind::body);
}

TEST_CASE("lines end with or without carriage returns") {
  const Cleaned passage("A title of five words\r\n\r\nThe talks ended in Rome.\r\n");
  REQUIRE(passage.blocks.size() == 2);
  CHECK(passage.slice(passage.blocks[0].bytes) == "A title of five words");
  CHECK(passage.slice(passage.blocks[1].bytes) == "The talks ended in Rome.");
}

TEST_CASE("nothing has no blocks") {
  CHECK(Cleaned("").blocks.empty());
  CHECK(Cleaned("\n\n \t\n\f\n").blocks.empty());
}

TEST_CASE("a short sentence with a date is body, a line of little but a date is not") {
  CHECK(kind_of("Libya invaded Chad on 4 May 1983.", "Libya") == BlockKind::body);
  CHECK(kind_of("Updated 4 May 2019, 6 P.M.", "Updated") == BlockKind::metadata);
}

TEST_CASE("a dateline with nothing behind it leaves no block") {
  const Cleaned passage("ROME.—\n\nand nothing else happened in the city on that day or on the day after it.");
  REQUIRE(passage.blocks.size() == 2);
  CHECK(passage.blocks[0].kind == BlockKind::dateline);
  CHECK(passage.blocks[1].kind == BlockKind::body);
}
