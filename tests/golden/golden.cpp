// Compares what is read from the text of every golden case with what was accepted before:
//
//     golden check|accept CASE...
//
// A case is a folder with `input.txt` and `expected.txt`; any other file in it is an error. `accept` writes the
// expected files anew.
#include <algorithm>
#include <filesystem>
#include <iostream>
#include <set>
#include <string>

#include <entente/files.hpp>
#include <entente/importer.hpp>

using namespace entente;

namespace {

std::string mood_of(const RelationView& relation) {
  std::string mood;
  if (relation.polarity == Polarity::negative) mood += "; negative";
  if (relation.modality != Modality::actual) mood += "; " + std::string(name(relation.modality));
  return mood;
}

/// "Chad withdrawsFrom Libya; planned; 1987-09; says: Sudan".
std::string line_of(const KnowledgeGraph& graph, const RelationView& relation) {
  std::string line = graph.entity(relation.subject).name;
  line +=
      " | " + std::string(name(relation.predicate)) + " | " + graph.entity(relation.object).name + mood_of(relation);
  if (relation.date) line += "; " + relation.date->to_string();
  if (!relation.role.empty()) line += "; as: " + std::string(relation.role);
  if (relation.source) line += "; says: " + graph.entity(*relation.source).name;
  return line;
}

/// Entities, a line each, an empty line, then relations; both sorted.
std::string digest_of(const std::filesystem::path& input) {
  const ImporterSet importers = builtin_importers();
  GraphBuilder builder;
  Diagnostics diagnostics;
  importers.named("prose")->import({"input.txt", read_file(input)}, builder, diagnostics);
  const KnowledgeGraph graph = std::move(builder).build();
  std::set<std::string> entities, relations;
  for (const Entity& entity : graph.entities()) entities.insert(std::string(name(entity.type)) + " | " + entity.name);
  for (const RelationView relation : graph.relations()) relations.insert(line_of(graph, relation));
  std::string digest;
  for (const std::string& line : entities) digest += line + '\n';
  digest += '\n';
  for (const std::string& line : relations) digest += line + '\n';
  return digest;
}

bool has_only_known_files(const std::filesystem::path& folder) {
  bool known = true;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const std::string file = entry.path().filename().string();
    if (file == "input.txt" || file == "expected.txt") continue;
    std::cerr << entry.path().string() << ": nobody reads this file\n";
    known = false;
  }
  return known;
}

std::set<std::string> lines_of(const std::string& text) {
  std::set<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.insert(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

void print_difference(const std::string& expected, const std::string& found) {
  const auto before = lines_of(expected), after = lines_of(found);
  for (const std::string& line : before) {
    if (!after.contains(line)) std::cerr << "- " << line << '\n';
  }
  for (const std::string& line : after) {
    if (!before.contains(line)) std::cerr << "+ " << line << '\n';
  }
}

bool check(const std::filesystem::path& folder) {
  const std::string expected = read_file(folder / "expected.txt");
  const std::string found = digest_of(folder / "input.txt");
  if (found == expected) return true;
  std::cerr << folder.string() << ": the reading has changed; if it is right, build the target accept_golden\n";
  print_difference(expected, found);
  return false;
}

void accept(const std::filesystem::path& folder) {
  const std::string digest = digest_of(folder / "input.txt");
  write_file(folder / "expected.txt", [&](std::ostream& out) { out << digest; });
}

}  // namespace

int main(int count, char** arguments) try {
  const std::string command = count > 2 ? arguments[1] : "";
  if (command != "check" && command != "accept") {
    std::cerr << "usage: golden check|accept CASE...\n";
    return 2;
  }
  bool right = true;
  for (int i = 2; i < count; ++i) {
    if (!has_only_known_files(arguments[i])) right = false;
    if (command == "accept")
      accept(arguments[i]);
    else if (!check(arguments[i]))
      right = false;
  }
  return right ? 0 : 1;
} catch (const std::exception& error) {
  std::cerr << error.what() << '\n';
  return 3;
}
