#include "prose/language/cleaning.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "prose/language/calendar.hpp"
#include "prose/language/characters.hpp"

namespace entente::prose {
namespace {

constexpr std::size_t head_blocks = 12;  // how far into the text its imprint may stand

/// A line of the text without its end.
struct Line {
  std::uint32_t begin = 0, end = 0;
};

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  for (std::size_t at = 0; at <= text.size();) {
    std::size_t end = std::min(text.find_first_of("\n\f", at), text.size());
    const std::size_t next = end + 1;
    while (end > at && (text[end - 1] == '\r' || text[end - 1] == ' ' || text[end - 1] == '\t')) --end;
    while (at < end && (text[at] == ' ' || text[at] == '\t')) ++at;
    lines.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
    at = next;
  }
  return lines;
}

/// The length of a bullet or number that opens the line ("* ", "- ", "3. ", "(a) "), or 0.
std::size_t bullet_length(std::string_view line) {
  for (std::string_view bullet : {"* ", "- ", "• ", "– ", "o ", "+ "}) {
    if (line.starts_with(bullet)) return bullet.size();
  }
  std::size_t i = line.starts_with('(') ? 1 : 0;
  const std::size_t first = i;
  while (i < line.size() && i < first + 3 && is_digit(static_cast<unsigned char>(line[i]))) ++i;
  if (i == first && i + 1 < line.size() && line[i] >= 'a' && line[i] <= 'z' && line[i + 1] == ')') ++i;
  if (i == first || i + 1 >= line.size()) return 0;
  return (line[i] == '.' || line[i] == ')') && line[i + 1] == ' ' ? i + 2 : 0;
}

bool ends_like_sentence(std::string_view block) {
  while (!block.empty()) {
    const char c = block.back();
    if (c == '.' || c == '!' || c == '?' || c == ':' || c == ';') return true;
    const bool closing = c == '"' || c == ')' || c == ']' || c == '\'' || static_cast<unsigned char>(c) >= 0x80;
    if (!closing) return false;
    block.remove_suffix(1);
  }
  return false;
}

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    words += !space && !inside ? 1 : 0;
    inside = !space;
  }
  return words;
}

/// Letters and digits in lower case, for finding what is repeated.
std::string fold_block(std::string_view text) {
  std::string folded;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80 || is_letter(byte) || is_digit(byte)) folded += lower(std::string_view(&c, 1));
  }
  return folded;
}

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

bool is_copyright(std::string_view text, const std::string& lowered) {
  if (count_words(text) > 40) return false;
  return contains(text, "©") || contains(lowered, "all rights reserved") || lowered.starts_with("copyright") ||
         lowered.starts_with("(c) ");
}

bool is_link_or_share(std::string_view text, const std::string& lowered) {
  if (lowered.starts_with("http://") || lowered.starts_with("https://") || lowered.starts_with("www.")) {
    return count_words(text) <= 2;
  }
  if (contains(text, "](")) return count_words(text) < 40;
  static constexpr std::array openings = {
      "share this",       "share on",        "share:",         "share ",      "tweet",      "email this",
      "print this",       "subscribe",       "sign up",        "follow us",   "read more",  "related:",
      "related articles", "related stories", "advertisement",  "skip to",     "cookie",     "we use cookies",
      "newsletter",       "log in",          "sign in",        "back to top", "click here", "most read",
      "comments",         "leave a comment", "listen to this", "filed under", "tags:",      "topics:",
      "home |",           "home >",          "menu",           "search"};
  const bool opens = std::ranges::any_of(openings, [&](const char* o) { return lowered.starts_with(o); });
  return opens && count_words(text) <= 14 && !text.ends_with('.');
}

/// Whether it is a row of short phrases between bars or arrows, as menus are.
bool is_menu(std::string_view text) {
  std::size_t bars = 0;
  for (std::string_view bar : {"|", "›", "»", " > ", "·", "•"}) {
    for (std::size_t at = text.find(bar); at != std::string_view::npos; at = text.find(bar, at + bar.size())) ++bars;
  }
  return bars >= 2 && count_words(text) <= bars * 5 + 4 && !ends_like_sentence(text);
}

bool is_page_footer(const std::string& lowered) {
  if (count_words(lowered) > 12) return false;
  const std::size_t page = lowered.find("page ");
  if (page != std::string::npos && page + 5 < lowered.size() &&
      is_digit(static_cast<unsigned char>(lowered[page + 5]))) {
    return true;
  }
  return std::ranges::all_of(lowered,
                             [](char c) { return is_digit(static_cast<unsigned char>(c)) || c == ' ' || c == '-'; });
}

bool is_credit(std::string_view text, const std::string& lowered) {
  if (count_words(text) > 16) return false;
  return lowered.starts_with("photo:") || lowered.starts_with("(photo") || lowered.starts_with("photo by") ||
         lowered.starts_with("image:") || lowered.starts_with("credit:") || contains(text, "Getty Images") ||
         lowered.starts_with("photograph:") || lowered.starts_with("picture:");
}

/// "To: …", "Subject: …" at the head of a memo.
bool is_header_field(std::string_view text) {
  static constexpr std::array<std::string_view, 12> fields = {"To", "From", "Date", "Subject", "Re",      "Cc",
                                                              "CC", "TO",   "FROM", "DATE",    "SUBJECT", "RE"};
  const std::size_t colon = text.find(':');
  return colon != std::string_view::npos && std::ranges::find(fields, text.substr(0, colon)) != fields.end();
}

/// "Signed: 13 June 1975", "Entry into force: …": a day of what the text is about, not of the text.
bool is_event_field(std::string_view text) {
  static constexpr std::array<std::string_view, 7> fields = {
      "Signed", "Concluded", "Adopted", "Entry into force", "Ratified", "Initialled", "Opened for signature"};
  const std::size_t colon = text.find(':');
  return colon != std::string_view::npos && std::ranges::find(fields, text.substr(0, colon)) != fields.end();
}

class Cleaner {
 public:
  explicit Cleaner(Passage& passage) : passage_(passage) {}

  void run() {
    gather_blocks();
    classify();
    set_aside_repetitions();
    read_imprint();
    split_datelines();
    join_broken_sentences();
  }

 private:
  [[nodiscard]] std::string_view text_of(const Block& block) const { return passage_.slice(block.bytes); }

  void add_block(Line line, bool item) {
    Block block;
    block.bytes = {line.begin, line.end};
    block.item = item;
    passage_.blocks.push_back(block);
  }

  /// Paragraphs, and within them lines that stand for themselves: bullets, numbered points, table rows, header fields.
  void gather_blocks() {
    Line open;
    bool has_open = false, open_is_item = false;
    std::size_t previous_length = 0;
    auto flush = [&] {
      if (has_open) add_block(open, open_is_item);
      has_open = false;
    };
    for (const Line& line : lines_of(passage_.text)) {
      const std::string_view text = passage_.text.substr(line.begin, line.end - line.begin);
      if (text.empty()) {
        flush();
        continue;
      }
      const std::size_t bullet = bullet_length(text);
      const bool row = contains(text, " | ") || text.starts_with("|");
      const bool wrapped = has_open && previous_length >= 50 && !row;
      if (bullet > 0 || row || is_header_field(text) || text.starts_with('#') || !wrapped) flush();
      if (!has_open) {
        open = {line.begin + static_cast<std::uint32_t>(bullet), line.end};
        open_is_item = bullet > 0;
        has_open = true;
      }
      open.end = line.end;
      previous_length = text.size();
      if (row || is_header_field(text) || text.starts_with('#')) flush();
    }
    flush();
  }

  void classify() {
    for (Block& block : passage_.blocks) {
      trim_credit(block);
      const std::string_view text = text_of(block);
      block.kind = kind_of(block, text, lower(text.substr(0, 400)));
    }
  }

  [[nodiscard]] BlockKind kind_of(const Block& block, std::string_view text, const std::string& lowered) const {
    const std::size_t words = count_words(text);
    if (!has_letter(text) || (words <= 3 && text.size() <= 2)) return BlockKind::stray_mark;
    if (is_copyright(text, lowered)) return BlockKind::copyright;
    if (is_credit(text, lowered)) return BlockKind::credit;
    if (is_link_or_share(text, lowered)) return BlockKind::navigation;
    if (is_page_footer(lowered)) return BlockKind::footer;
    if (is_header_field(text)) return BlockKind::metadata;
    if (text.starts_with('#')) return BlockKind::heading;
    if (is_menu(text) && !has_table_date(text)) return BlockKind::navigation;
    if (ends_like_sentence(text) || has_table_date(text)) return BlockKind::body;
    if (text.starts_with('*') || text.ends_with('*')) return BlockKind::stray_mark;
    if (block.item && words > 3 && !is_all_capitals(text)) return BlockKind::body;
    return words <= 16 ? BlockKind::heading : BlockKind::body;
  }

  /// Whether it is a row of a table that tells when something happened.
  [[nodiscard]] static bool has_table_date(std::string_view text) {
    return contains(text, " | ") && count_words(text) > 6 && find_date(text.substr(0, 40)).has_value();
  }

  /// Cuts "(Photo: …)" off the end of a caption; the caption itself is prose.
  void trim_credit(Block& block) const {
    const std::string_view text = text_of(block);
    const std::size_t near_end = text.size() > 120 ? text.size() - 120 : 1;
    for (std::string_view mark : {"(Photo", "(photo", "(Image", "(AP Photo", "[Photo", "(Credit"}) {
      const std::size_t at = text.find(mark, near_end);
      if (at == std::string_view::npos) continue;
      block.bytes.end = block.bytes.begin + static_cast<std::uint32_t>(trim(text.substr(0, at)).size());
      return;
    }
  }

  /// Pull quotes repeat a part of the text; running heads repeat themselves.
  void set_aside_repetitions() {
    std::unordered_map<std::string, std::uint32_t> seen;
    std::string all;
    for (const Block& block : passage_.blocks) all += fold_block(text_of(block)) + '\n';
    std::size_t searched = 0;
    for (std::uint32_t b = 0; b < passage_.blocks.size(); ++b) {
      Block& block = passage_.blocks[b];
      const std::string folded = fold_block(text_of(block));
      if (block.kind == BlockKind::heading && ++seen[folded] > 1) block.kind = BlockKind::repeated;
      if (block.kind != BlockKind::body || folded.size() < 40 || folded.size() > 600 || searched > 400) continue;
      ++searched;
      const std::size_t once = all.find(folded);
      const std::size_t twice = once == std::string::npos ? once : all.find(folded, once + 1);
      if (twice == std::string::npos) continue;
      const bool whole_block_again = all.compare(once, folded.size() + 1, folded + '\n') == 0 &&
                                     all.compare(twice, folded.size() + 1, folded + '\n') == 0;
      if (!whole_block_again || ++seen[folded] > 1) block.kind = BlockKind::repeated;
    }
  }

  void read_imprint() {
    Imprint& imprint = passage_.imprint;
    std::size_t index = 0;
    for (Block& block : passage_.blocks) {
      const std::string_view text = text_of(block);
      if (block.kind == BlockKind::copyright) read_copyright(text);
      if (index++ >= head_blocks) continue;
      if (block.kind == BlockKind::metadata) read_field(text);
      if (block.kind == BlockKind::navigation && text.starts_with("http")) read_address(text);
      if (block.kind == BlockKind::heading || is_dated_line(text)) read_heading(block, index);
    }
    if (imprint.date) return;
    index = 0;
    for (const Block& block : passage_.blocks) {
      if (++index <= 4 && block.kind == BlockKind::body) imprint.date = find_dateline(text_of(block)).date;
      if (imprint.date) return;
    }
  }

  /// "Posted on 4 May 2019, 6 P.M." rather than "Libya invaded Chad on 4 May 2019.": hardly a word in lower case.
  static bool is_dated_line(std::string_view text) {
    if (count_words(text) > 14 || !find_date(text)) return false;
    std::size_t lower_case = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
      const bool begins = i == 0 || is_space(static_cast<unsigned char>(text[i - 1]));
      if (begins && text[i] >= 'a' && text[i] <= 'z') ++lower_case;
    }
    return lower_case <= 1;
  }

  void read_heading(Block& block, std::size_t index) {
    Imprint& imprint = passage_.imprint;
    std::string_view text = text_of(block);
    while (text.starts_with('#')) text = trim(text.substr(1));
    if (is_event_field(text)) return;
    const auto date = find_date(text);
    const std::size_t words = count_words(text);
    if (const std::string_view names = named_by(text); !names.empty() && words <= 16) {
      block.kind = BlockKind::byline;
      read_byline(names);
      if (date && !imprint.date) imprint.date = date;
    } else if (lower(text.substr(0, 12)) == "compiled by ") {
      block.kind = BlockKind::byline;
    } else if (date && index == 1 && words <= 14 &&
               !find_date(text.substr(0, 24))) {  // "NEWS DIGEST, NOVEMBER 2-16, 2022" opens a text
      block.kind = BlockKind::title;
      imprint.title = text;
      imprint.date = date;
      titled_ = true;
    } else if (date && words <= 14) {
      block.kind = BlockKind::metadata;
      if (!imprint.date) imprint.date = date;
      if (imprint.publisher.empty()) imprint.publisher = publisher_beside_date(text);
    } else if (imprint.title.empty() || (!titled_ && words >= 4 && index <= head_blocks)) {
      block.kind = BlockKind::title;
      imprint.title = text;
      titled_ = words >= 4;
    }
  }

  /// What stands behind "By", or behind "Policy brief by"; empty if the line names no author.
  static std::string_view named_by(std::string_view text) {
    static constexpr std::array<std::string_view, 11> kinds = {"analysis", "article",    "brief",  "briefing",
                                                               "comment",  "commentary", "essay",  "opinion",
                                                               "paper",    "report",     "written"};
    if (lower(text.substr(0, 3)) == "by ") return trim(text.substr(3));
    const std::size_t by = text.find(" by ");
    if (by == std::string_view::npos || count_words(text.substr(0, by)) > 3) return {};
    const std::string_view kind =
        text.substr(text.rfind(' ', by - 1) == std::string_view::npos ? 0 : text.rfind(' ', by - 1) + 1);
    return is_one_of(std::string_view(lower(kind.substr(0, kind.find(' ')))), kinds) ? trim(text.substr(by + 4))
                                                                                     : std::string_view();
  }

  /// "Clara Moreau, Lakes Institute, 3 May 2020": who wrote it, and who published it.
  void read_byline(std::string_view names) {
    const std::size_t comma = names.find(',');
    passage_.imprint.author = trim(names.substr(0, comma));
    if (comma == std::string_view::npos || !passage_.imprint.publisher.empty()) return;
    const std::string_view rest = trim(names.substr(comma + 1));
    const std::string_view publisher = trim(rest.substr(0, rest.find(',')));
    if (count_words(publisher) >= 2 && is_capitalised(publisher) && !find_date(publisher))
      passage_.imprint.publisher = publisher;
  }

  /// "Continental Courier – BRUSSELS, Saturday, 20 April 2013", "Nordic Review, Helsinki, 15 August 2015".
  static std::string publisher_beside_date(std::string_view text) {
    const std::size_t end = std::min({text.find(" – "), text.find(" | "), text.find(", ")});
    if (end == std::string_view::npos) return {};
    const std::string_view name = trim(text.substr(0, end));
    static constexpr std::array<std::string_view, 6> openings = {"Under", "In", "On", "At", "After", "Since"};
    if (is_one_of(name.substr(0, name.find(' ')), openings)) return {};          // a sentence
    if (name.find_first_of(":0123456789") != std::string_view::npos) return {};  // a field, a day
    return count_words(name) >= 2 && !find_date(name) && is_capitalised(name) ? std::string(name) : std::string();
  }

  void read_field(std::string_view text) {
    const std::size_t colon = text.find(':');
    const std::string field = lower(text.substr(0, colon));
    const std::string_view value = trim(text.substr(colon + 1));
    if (field == "from") passage_.imprint.author = value;
    if (field == "subject" || field == "re") passage_.imprint.title = value, titled_ = true;
    if (field == "date") passage_.imprint.date = find_date(value);
  }

  /// A date in an address: ".../2022/02/21/...".
  void read_address(std::string_view text) {
    for (std::size_t i = 0; i + 11 < text.size(); ++i) {
      if (text[i] != '/' || text[i + 5] != '/' || text[i + 8] != '/') continue;
      const std::string iso = std::string(text.substr(i + 1, 4)) + "-" + std::string(text.substr(i + 6, 2)) + "-" +
                              std::string(text.substr(i + 9, 2));
      if (auto date = find_date(iso)) passage_.imprint.date = date;
    }
  }

  /// "© 2023 Responsible Statecraft": the name after the year.
  void read_copyright(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size() && !is_digit(static_cast<unsigned char>(text[at]))) ++at;
    while (at < text.size() && (is_digit(static_cast<unsigned char>(text[at])) || text[at] == '-')) ++at;
    std::string_view name = trim(text.substr(std::min(at, text.size())));
    const std::size_t end = std::min({name.find('.'), name.find("·"), name.find('|'), name.find(',')});
    name = trim(name.substr(0, end));
    if (passage_.imprint.publisher.empty() && !name.empty() && count_words(name) <= 8)
      passage_.imprint.publisher = name;
  }

  /// Separates "PRETORIA, Nov. 2, 2022 (Harbour News Agency) - " from the report that it opens.
  void split_datelines() {
    std::vector<Block> blocks;
    for (Block& block : passage_.blocks) {
      const Dateline dateline = block.kind == BlockKind::body ? find_dateline(text_of(block)) : Dateline{};
      if (dateline.length > 0) {
        Block head = block;
        head.kind = BlockKind::dateline;
        head.bytes.end = head.bytes.begin + static_cast<std::uint32_t>(dateline.length);
        head.date = dateline.date;
        block.bytes.begin = head.bytes.end;
        if (passage_.imprint.publisher.empty()) passage_.imprint.publisher = dateline.agency;
        if (dateline.date && (!passage_.imprint.date || *passage_.imprint.date < *dateline.date)) {
          passage_.imprint.date = dateline.date;
        }
        blocks.push_back(head);
      }
      block.date = dateline.date;
      if (block.bytes.size() > 0) blocks.push_back(block);
    }
    passage_.blocks = std::move(blocks);
  }

  /// A paragraph that begins in lower case goes on from one that ended in mid-sentence, whatever stands between them.
  void join_broken_sentences() {
    Block* previous = nullptr;
    for (Block& block : passage_.blocks) {
      if (block.kind != BlockKind::body && block.kind != BlockKind::heading) continue;
      const std::string_view text = text_of(block);
      const bool lower_case = is_letter(character_at(text, 0).value) && !is_upper(character_at(text, 0).value);
      if (previous != nullptr && lower_case && !block.item && block.kind == BlockKind::body &&
          !ends_like_sentence(text_of(*previous))) {
        block.continues_previous = true;
        previous->kind = BlockKind::body;
      }
      if (block.kind == BlockKind::body) previous = &block;
    }
  }

  Passage& passage_;
  bool titled_ = false;
};

}  // namespace

void clean(Passage& passage) {
  Cleaner(passage).run();
}

}  // namespace entente::prose
