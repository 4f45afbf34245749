#include "name_lookup.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <functional>
#include <span>
#include <vector>

#include <entente/names.hpp>

#include "exit_code.hpp"
#include "options.hpp"
#include "terminal_text.hpp"

namespace entente::cli {
namespace {

constexpr std::size_t most_listed = 10;

std::string described(const Entity& entity) {
  return display_name(entity) + " (" + std::string(name(entity.type)) + ", id \"" + one_line(entity.key) + "\")";
}
std::string described(const Document& document) {
  return display_name(document) + " (id \"" + one_line(document.key) + "\")";
}

template <class Id, class Describe>
std::string listed(const std::vector<Id>& ids, Describe describe) {
  std::string list;
  for (std::size_t i = 0; i < std::min(ids.size(), most_listed); ++i) list += "\n  " + describe(ids[i]);
  if (ids.size() > most_listed) list += "\n  and " + std::to_string(ids.size() - most_listed) + " more";
  return list;
}

std::string quoted(const std::string& name) {
  return "\"" + one_line(name) + "\"";
}

// The documents that bear the name in the first of these ways in which any does.
std::vector<DocumentId> bearers_of(const KnowledgeGraph& graph, const std::string& name) {
  const std::string folded = fold_name(name);
  const std::array<std::function<bool(const Document&)>, 4> bearings = {
      [&](const Document& document) { return document.key == name; },
      [&](const Document& document) { return document.source == name; },
      [&](const Document& document) { return !folded.empty() && fold_name(document.title) == folded; },
      [&](const Document& document) { return std::filesystem::path(document.source).filename() == name; }};
  std::vector<DocumentId> found;
  for (const auto& bears : bearings) {
    for (std::size_t i = 0; i < graph.document_count(); ++i) {
      if (bears(graph.document(DocumentId(i)))) found.emplace_back(i);
    }
    if (!found.empty()) break;
  }
  return found;
}

UsageError unknown_document(const KnowledgeGraph& graph, const std::string& name) {
  std::vector<std::string_view> names;
  for (const Document& document : graph.documents()) names.insert(names.end(), {document.key, document.title});
  const auto near = near_misses(name, names);
  std::vector<DocumentId> shown;
  for (std::size_t i = 0; i < graph.document_count(); ++i) {
    const Document& document = graph.document(DocumentId(i));
    const bool is_near = std::any_of(near.begin(), near.end(), [&](std::string_view word) {
      return word == document.key || word == document.title;
    });
    if (near.empty() || is_near) shown.emplace_back(i);
  }
  return UsageError("no document is called " + quoted(name) + (near.empty() ? "; there are:" : "; similar ones:") +
                    listed(shown, [&](DocumentId id) { return described(graph.document(id)); }));
}

}  // namespace

EntityId entity_named(const KnowledgeGraph& graph, const std::string& name) {
  const NameMatch match = find_by_name(graph, name);
  const auto describe = [&](EntityId id) { return described(graph.entity(id)); };
  if (match.exact.size() == 1) return match.exact.front();
  if (!match.exact.empty()) {
    throw UsageError(quoted(name) + " fits several entities; name one by its id:" + listed(match.exact, describe));
  }
  if (match.near.empty()) throw UsageError("nothing is called " + quoted(name) + ", or anything like it");
  throw UsageError("nothing is called " + quoted(name) + "; similar names:" + listed(match.near, describe));
}

EntityId assumable_named(const KnowledgeGraph& graph, const std::string& wanted) {
  const EntityId id = entity_named(graph, wanted);
  switch (graph.entity(id).type) {
    case EntityType::agreement:
    case EntityType::proposal:
    case EntityType::provision:
    case EntityType::event:
      return id;
    default:
      throw UsageError("only an agreement, proposal, provision or event can be assumed, not " +
                       described(graph.entity(id)));
  }
}

DocumentId document_named(const KnowledgeGraph& graph, const std::string& name) {
  const std::vector<DocumentId> found = bearers_of(graph, name);
  if (found.empty()) throw unknown_document(graph, name);
  if (found.size() == 1) return found.front();
  throw UsageError(quoted(name) + " fits several documents; name one by its id:" + listed(found, [&](DocumentId id) {
                     return described(graph.document(id));
                   }));
}

std::vector<EntityId> entities_named(const KnowledgeGraph& graph, const std::string& names) {
  if (!find_by_name(graph, names).exact.empty()) return {entity_named(graph, names)};
  std::vector<EntityId> found;
  for (const std::string& name : split_at_commas(names)) found.push_back(entity_named(graph, name));
  return found;
}

std::vector<DocumentId> documents_named(const KnowledgeGraph& graph, const std::string& names) {
  if (!bearers_of(graph, names).empty()) return {document_named(graph, names)};
  std::vector<DocumentId> found;
  for (const std::string& name : split_at_commas(names)) found.push_back(document_named(graph, name));
  return found;
}

std::string display_name(const Entity& entity) {
  return one_line(entity.name.empty() ? entity.key : entity.name);
}
std::string display_name(const Document& document) {
  return one_line(document.title.empty() ? document.key : document.title);
}

}  // namespace entente::cli
