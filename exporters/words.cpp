#include "words.hpp"

#include <entente/unicode.hpp>

#include "clean_text.hpp"
#include "extract.hpp"

namespace entente {
namespace {

constexpr std::string_view ellipsis = "\xE2\x80\xA6";

std::vector<std::string_view> split_at_blanks(std::string_view line) {
  std::vector<std::string_view> words;
  while (!line.empty()) {
    const std::size_t end = std::min(line.find(' '), line.size());
    if (end > 0) words.push_back(line.substr(0, end));
    line.remove_prefix(std::min(end + 1, line.size()));
  }
  return words;
}

std::string condition_in_words(const KnowledgeGraph& graph, const RelationView& relation) {
  if (const auto* entity = std::get_if<EntityId>(&relation.condition)) return display_name(graph.entity(*entity));
  const auto* other = std::get_if<RelationId>(&relation.condition);
  if (!other) return {};
  const RelationView condition = graph.relation(*other);
  return display_name(graph.entity(condition.subject)) + ' ' + in_words(condition.predicate, condition.polarity) + ' ' +
         display_name(graph.entity(condition.object));
}

}  // namespace

std::string on_one_line(std::string_view text) {
  std::string line;
  bool blank = false;
  for (const char byte : valid_xml_text(text)) {
    if (byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r') {
      blank = true;
      continue;
    }
    if (blank && !line.empty()) line += ' ';
    blank = false;
    line += byte;
  }
  return line;
}

std::string shortened(std::string_view text, std::size_t length) {
  if (text.size() <= length || count_code_points(text) <= length) return std::string(text);
  std::string_view kept = text.substr(0, CodePointIndex(text).to_bytes(static_cast<std::uint32_t>(length)));
  const std::size_t blank = kept.rfind(' ');
  if (blank != std::string_view::npos && blank > kept.size() / 2) kept = kept.substr(0, blank);
  return std::string(kept).append(ellipsis);
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
  std::vector<std::string> lines;
  std::size_t room = 0;
  for (const std::string_view word : split_at_blanks(text)) {
    const std::size_t length = count_code_points(word);
    if (lines.empty() || length + 1 > room) {
      lines.emplace_back(word);
      room = width;
    } else {
      lines.back().append(" ").append(word);
      --room;
    }
    room -= std::min(room, length);
  }
  return lines;
}

std::string in_words(Predicate predicate, Polarity polarity) {
  std::string words = polarity == Polarity::negative ? "not " : "";
  for (const char letter : name(predicate)) {
    const bool capital = letter >= 'A' && letter <= 'Z';
    if (capital) words += ' ';
    words += capital ? static_cast<char>(letter - 'A' + 'a') : letter;
  }
  return words;
}

std::string statement_in_words(const KnowledgeGraph& graph, const RelationView& relation) {
  std::string words = display_name(graph.entity(relation.subject)) + ' ' +
                      in_words(relation.predicate, relation.polarity) + ' ' +
                      display_name(graph.entity(relation.object));
  if (!relation.role.empty()) words += " (" + on_one_line(relation.role) + ')';
  words.append("\n").append(name(relation.modality));
  if (relation.date) words += ", " + date_text(relation);
  if (relation.source) words += ", according to " + display_name(graph.entity(*relation.source));
  if (const std::string condition = condition_in_words(graph, relation); !condition.empty()) {
    words += ", depends on: " + condition;
  }
  return words;
}

std::string display_name(const Entity& entity) {
  std::string line = on_one_line(entity.name);
  return line.empty() ? on_one_line(entity.key) : line;
}

}  // namespace entente
