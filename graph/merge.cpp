// Puts the graphs in an order that only their contents decide, unites documents and entities, and states all relations
// again in terms of those.
#include <algorithm>
#include <cassert>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <unordered_set>
#include <utility>
#include <vector>

#include <entente/graph_builder.hpp>
#include <entente/names.hpp>

#include "entity_joining.hpp"
#include "key_register.hpp"

namespace entente {
namespace {

auto content(const Document& d) {
  return std::tie(d.key, d.sha256, d.title, d.date, d.author, d.publisher, d.source, d.language, d.attributes);
}

auto content(const Entity& e) {
  return std::tie(e.key, e.type, e.name, e.aliases, e.identifiers, e.mentions, e.attributes);
}

auto content(const RelationView& r) {
  return std::tie(r.subject, r.predicate, r.object, r.polarity, r.modality, r.date, r.source, r.role, r.condition,
                  r.confidence, r.rule, r.evidence, r.attributes);
}

// Less than zero if the contents of `a` come before those of `b`, zero if nothing tells them apart.
template <class Items>
int compare(const Items& a, const Items& b) {
  const auto [in_a, in_b] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  if (in_a == a.end() || in_b == b.end()) return (in_b == b.end() ? 1 : 0) - (in_a == a.end() ? 1 : 0);
  return content(*in_a) < content(*in_b) ? -1 : 1;
}

bool comes_before(const KnowledgeGraph& a, const KnowledgeGraph& b) {
  if (const int order = compare(a.documents(), b.documents()); order != 0) return order < 0;
  if (const int order = compare(a.entities(), b.entities()); order != 0) return order < 0;
  if (const int order = compare(a.relations(), b.relations()); order != 0) return order < 0;
  return a.attributes() < b.attributes();
}

// Hands out the keys of the inputs, each once; who comes too late gets a suffix that no input uses.
class KeyAssignment {
 public:
  void expect(const std::string& key) { all_.add(key, 0); }

  std::string assign(const std::string& key) {
    if (assigned_.insert(key).second) return key;
    std::string suffixed = all_.unused(key);
    all_.add(suffixed, 0);
    return suffixed;
  }

 private:
  KeyRegister all_;
  std::unordered_set<std::string> assigned_;
};

bool same_content(const Document& a, const Document& b) {
  return a.sha256.empty() || b.sha256.empty() ? a == b : a.sha256 == b.sha256;
}

void fill_gaps(Document& document, const Document& other) {
  if (!document.date) document.date = other.date;
  for (auto field :
       {&Document::title, &Document::author, &Document::publisher, &Document::source, &Document::language}) {
    if ((document.*field).empty()) document.*field = other.*field;
  }
  document.attributes.insert(other.attributes.begin(), other.attributes.end());
}

// What became of the items of one graph.
struct Translation {
  std::vector<DocumentId> documents;
  std::vector<EntityId> entities;
  std::vector<RelationId> relations;
};

// One merge, from the sorted graphs to the builder.
class Merger {
 public:
  explicit Merger(std::vector<KnowledgeGraph> graphs) : graphs_(std::move(graphs)), translations_(graphs_.size()) {}

  KnowledgeGraph merged() && {
    unite_documents();
    unite_entities();
    restate_relations();
    restore_conditions();
    unite_attributes();
    return std::move(builder_).build();
  }

 private:
  void unite_documents();
  void unite_entities();
  std::vector<EntityRecord> entity_records() const;
  EntityId add_entity(const std::vector<EntityRecord>& members, KeyAssignment& keys);
  void restate_relations();
  void restore_conditions();
  void unite_attributes();

  template <class SomeQuote>
  [[nodiscard]] SomeQuote translated(SomeQuote quote, std::size_t graph) const {
    if (quote.document) quote.document = translations_[graph].documents[quote.document->index()];
    return quote;
  }

  std::vector<KnowledgeGraph> graphs_;
  std::vector<Translation> translations_;
  GraphBuilder builder_;
};

void Merger::unite_documents() {
  std::vector<Document> united;
  std::map<std::string, std::vector<std::size_t>> by_key;
  KeyAssignment keys;
  for (std::size_t g = 0; g < graphs_.size(); ++g) {
    for (const Document& document : graphs_[g].documents()) {
      keys.expect(document.key);
      auto& namesakes = by_key[document.key];
      const auto known = std::find_if(namesakes.begin(), namesakes.end(),
                                      [&](std::size_t i) { return same_content(united[i], document); });
      translations_[g].documents.emplace_back(known == namesakes.end() ? united.size() : *known);
      if (known != namesakes.end()) {
        fill_gaps(united[*known], document);
      } else {
        namesakes.push_back(united.size());
        united.push_back(document);
      }
    }
  }
  for (Document& document : united) {
    document.key = keys.assign(document.key);
    builder_.add(std::move(document));
  }
}

std::vector<EntityRecord> Merger::entity_records() const {
  std::vector<EntityRecord> records;
  for (std::size_t g = 0; g < graphs_.size(); ++g) {
    for (const Entity& entity : graphs_[g].entities()) {
      std::set<std::size_t> documents;
      for (const Mention& mention : entity.mentions) {
        if (mention.document) documents.insert(translated(mention, g).document->index());
      }
      records.push_back({&entity, g, {documents.begin(), documents.end()}});
    }
  }
  return records;
}

void Merger::unite_entities() {
  const auto records = entity_records();
  const auto first_of = same_entities(records);
  KeyAssignment keys;
  std::map<std::size_t, std::vector<EntityRecord>> members;  // by the position of the first
  for (std::size_t i = 0; i < records.size(); ++i) {
    keys.expect(records[i].entity->key);
    members[first_of[i]].push_back(records[i]);
  }
  std::map<std::size_t, EntityId> united;
  for (const auto& [first, group] : members) united.emplace(first, add_entity(group, keys));
  for (std::size_t i = 0; i < records.size(); ++i) {
    translations_[records[i].graph].entities.push_back(united.at(first_of[i]));
  }
}

// The member that lends its key and name: the first, but for a person the first with more than one word to the name.
const Entity& leader_of(const std::vector<EntityRecord>& members) {
  const auto has_full_name = [](const EntityRecord& record) {
    return fold_name(record.entity->name).find(' ') != std::string::npos;
  };
  const auto full = std::find_if(members.begin(), members.end(), has_full_name);
  const bool is_person = members.front().entity->type == EntityType::person;
  return is_person && full != members.end() ? *full->entity : *members.front().entity;
}

EntityId Merger::add_entity(const std::vector<EntityRecord>& members, KeyAssignment& keys) {
  const Entity& leader = leader_of(members);
  Entity united;
  united.key = keys.assign(leader.key);
  united.type = leader.type;
  united.name = leader.name;
  for (const EntityRecord& member : members) {
    united.identifiers.insert(member.entity->identifiers.begin(), member.entity->identifiers.end());
    united.attributes.insert(member.entity->attributes.begin(), member.entity->attributes.end());
  }
  const EntityId id = *builder_.add(std::move(united));
  for (const EntityRecord& member : members) {
    builder_.add_alias(id, member.entity->name);
    for (const std::string& alias : member.entity->aliases) builder_.add_alias(id, alias);
    for (const Mention& mention : member.entity->mentions) builder_.add_mention(id, translated(mention, member.graph));
  }
  return id;
}

void Merger::restate_relations() {
  for (std::size_t g = 0; g < graphs_.size(); ++g) {
    auto& [documents, entities, relations] = translations_[g];
    std::vector<QuoteView> evidence;
    for (RelationView relation : graphs_[g].relations()) {
      relation.subject = entities[relation.subject.index()];
      relation.object = entities[relation.object.index()];
      if (relation.source) relation.source = entities[relation.source->index()];
      relation.condition = std::monostate{};  // it may be a relation that is still to come
      evidence.clear();
      for (const QuoteView& quote : relation.evidence) evidence.push_back(translated(quote, g));
      relation.evidence = evidence;
      const auto id = builder_.add(relation);
      assert(id);  // types do not change, so neither do domain and range
      relations.push_back(*id);
    }
  }
}

void Merger::restore_conditions() {
  for (std::size_t g = 0; g < graphs_.size(); ++g) {
    const Translation& translation = translations_[g];
    for (std::size_t i = 0; i < translation.relations.size(); ++i) {
      const RelationId id = translation.relations[i];
      if (builder_.relation(id).condition.index() != 0) continue;
      const auto condition = graphs_[g].relation(RelationId{i}).condition;
      if (const auto* entity = std::get_if<EntityId>(&condition)) {
        builder_.set_condition(id, translation.entities[entity->index()]);
      } else if (const auto* relation = std::get_if<RelationId>(&condition)) {
        const RelationId on = translation.relations[relation->index()];
        if (on != id) builder_.set_condition(id, on);  // the two may have become one
      }
    }
  }
}

void Merger::unite_attributes() {
  Attributes united;
  for (const KnowledgeGraph& graph : graphs_) united.insert(graph.attributes().begin(), graph.attributes().end());
  for (auto& [name, value] : united) builder_.set_attribute(name, value);
}

}  // namespace

KnowledgeGraph merge(std::span<const KnowledgeGraph> graphs) {
  std::vector<KnowledgeGraph> sorted(graphs.begin(), graphs.end());
  std::sort(sorted.begin(), sorted.end(), comes_before);
  return Merger(std::move(sorted)).merged();
}

}  // namespace entente
