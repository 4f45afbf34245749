// Shows: an importer of one's own for a format that Entente does not know, beside the ones it brings along.
// Read before: 02_import_documents.cpp
#include <iostream>
#include <memory>
#include <sstream>
#include <string>
#include <utility>

#include <entente/graph_builder.hpp>
#include <entente/importer.hpp>

using namespace entente;

/// Reads lines of the form `Country; Organization`: who is a member of what.
class MembershipImporter : public Importer {
 public:
  std::string_view name() const override { return "memberships"; }
  std::string_view description() const override { return "countries and what they are members of"; }
  std::vector<std::string_view> extensions() const override { return {"members"}; }
  double recognizes(const RawDocument& document) const override {
    return document.source.ends_with(".members") ? 1 : 0;
  }

  void import(const RawDocument& document, GraphBuilder& builder, Diagnostics& diagnostics) const override {
    const DocumentId source = *builder.add(Document{.title = document.source, .source = document.source});
    std::istringstream lines(document.bytes);
    std::size_t offset = 0;
    for (std::string line; std::getline(lines, line); offset += line.size() + 1) {
      const std::size_t split = line.find("; ");
      if (split == std::string::npos) {
        diagnostics.warning(Problem::syntax, {offset, offset + line.size()}, "expected \"Country; Organization\"");
        continue;
      }
      const EntityId member = known(builder, EntityType::state, line.substr(0, split));
      const EntityId body = known(builder, EntityType::organization, line.substr(split + 2));
      builder.add(Relation{.subject = member,
                           .predicate = Predicate::member_of,
                           .object = body,
                           .rule = "memberships",
                           .evidence = {Quote{.document = source, .text = line}}});
    }
  }

 private:
  static EntityId known(GraphBuilder& builder, EntityType type, const std::string& name) {
    if (const auto entity = builder.entity_with_key(name)) return *entity;
    return *builder.add(Entity{.key = name, .type = type, .name = name});
  }
};

int main() {
  ImporterSet importers = builtin_importers();  // a value: what is added here is known here only
  importers.add(std::make_shared<MembershipImporter>());

  const RawDocument document{"europe.members", "Norway; NATO\nNorway; Council of Europe\nIceland\nIceland; NATO\n"};
  GraphBuilder builder;
  Diagnostics diagnostics;
  importers.for_document(document)->import(document, builder, diagnostics);
  const KnowledgeGraph graph = std::move(builder).build();
  std::cout << graph.entity_count() << " entities, " << graph.relation_count() << " relations\n";
  for (const Diagnostic& trouble : diagnostics.kept()) std::cout << render(trouble, document.source, document.bytes);
}
