#include "prose/reading/facts.hpp"

#include <algorithm>
#include <array>
#include <set>

#include <entente/names.hpp>
#include <entente/unicode.hpp>

#include "prose/language/characters.hpp"

namespace entente::prose {
namespace {

class FactWriter {
 public:
  FactWriter(const Passage& passage, const Lexicon& lexicon, GraphBuilder& builder, DocumentId document)
      : passage_(passage),
        lexicon_(lexicon),
        builder_(builder),
        document_(document),
        index_(passage.text),
        entities_(passage.referents.size()) {}

  void run() {
    std::vector<bool> needed(passage_.referents.size(), false);
    for (const Statement& statement : passage_.statements) {
      needed[statement.subject] = needed[statement.object] = true;
      if (statement.source != none) needed[statement.source] = true;
    }
    std::vector<bool> stands_alone(passage_.referents.size(), true);  // and is not only a part of other names
    for (const Name& name : passage_.names) {
      if (name.within != none && name.referent != none) stands_alone[name.referent] = false;
    }
    for (const Word& word : passage_.words) {
      if (word.referent != none) stands_alone[word.referent] = true;
    }
    for (std::uint32_t r = 0; r < passage_.referents.size(); ++r) {
      const Referent& referent = passage_.referents[r];
      if (!referent.members.empty() || referent.mentions.empty()) continue;
      if (!needed[r] && !stands_alone[r]) continue;
      if (referent.named || needed[r] || speaks_for_itself(referent)) add_entity(r);
    }
    std::vector<std::optional<RelationId>> relations;
    for (const Statement& statement : passage_.statements) relations.push_back(add_relation(statement));
    for (std::size_t i = 0; i < relations.size(); ++i) depend(relations, i);
  }

 private:
  [[nodiscard]] Span span(Bytes bytes) const {
    return {index_.to_code_points(bytes.begin), index_.to_code_points(bytes.end)};
  }

  /// Whether a description is worth an entity without any relation: it came up more than once, or it has a name in it.
  [[nodiscard]] bool speaks_for_itself(const Referent& referent) const {
    if (referent.mentions.size() >= 2) return true;
    static constexpr std::array<std::string_view, 24> happenings = {
        "talk",     "talks",     "meeting",    "summit",  "war",        "conflict",    "crisis",       "invasion",
        "election", "elections", "referendum", "process", "conference", "negotiation", "negotiations", "call",
        "visit",    "massacre",  "uprising",   "siege",   "offensive",  "operation",   "clash",        "ceasefire"};
    if (referent.type != EntityType::event || !is_one_of(referent.head, happenings)) return false;
    for (std::size_t i = 1; i < referent.name.size(); ++i) {
      if (referent.name[i - 1] == ' ' && referent.name[i] >= 'A' && referent.name[i] <= 'Z') return true;
    }
    return false;
  }

  void add_entity(std::uint32_t r) {
    const Referent& referent = passage_.referents[r];
    Entity entity;
    entity.type = referent.type;
    entity.name = referent.name;
    entity.identifiers = referent.identifiers;
    std::set<std::string> known{entity.name};
    auto add_alias = [&](const std::string& alias) {
      if (known.insert(alias).second) entity.aliases.push_back(alias);
    };
    for (const std::string& alias : referent.aliases) add_alias(alias);
    if (referent.entry != none) {
      for (const std::string& alias : lexicon_.entry(referent.entry).aliases) add_alias(alias);
    }
    for (const auto& [bytes, coreference] : referent.mentions) {
      Mention mention;
      mention.document = document_;
      mention.span = span(bytes);
      mention.text = passage_.slice(bytes);
      mention.coreference = coreference;
      entity.mentions.push_back(std::move(mention));
    }
    std::ranges::sort(entity.mentions);
    const auto repeated = std::ranges::unique(entity.mentions);
    entity.mentions.erase(repeated.begin(), repeated.end());
    entities_[r] = builder_.add(std::move(entity));
  }

  /// Lets the relation depend on that of the statement that is its condition.
  void depend(const std::vector<std::optional<RelationId>>& relations, std::size_t i) {
    const std::uint32_t condition = passage_.statements[i].condition_statement;
    if (condition == none || !relations[i] || !relations[condition] || relations[i] == relations[condition]) return;
    if (builder_.relation(*relations[i]).condition.index() == 0)
      builder_.set_condition(*relations[i], *relations[condition]);
  }

  std::optional<RelationId> add_relation(const Statement& statement) {
    const auto subject = entities_[statement.subject], object = entities_[statement.object];
    if (!subject || !object) return std::nullopt;
    Relation relation;
    relation.subject = *subject;
    relation.predicate = statement.predicate;
    relation.object = *object;
    relation.polarity = statement.polarity;
    relation.modality = statement.modality;
    relation.date = statement.date;
    if (statement.source != none) relation.source = entities_[statement.source];
    relation.role = statement.role;
    if (statement.condition != none && entities_[statement.condition])
      relation.condition = *entities_[statement.condition];
    relation.confidence = statement.confidence;
    relation.rule = statement.rule;
    Evidence evidence;
    evidence.document = document_;
    evidence.span = span(statement.evidence);
    evidence.text = passage_.slice(statement.evidence);
    relation.evidence.push_back(std::move(evidence));
    return builder_.add(std::move(relation));
  }

  const Passage& passage_;
  const Lexicon& lexicon_;
  GraphBuilder& builder_;
  DocumentId document_;
  CodePointIndex index_;
  std::vector<std::optional<EntityId>> entities_;
};

}  // namespace

void add_facts(const Passage& passage, const Lexicon& lexicon, Document document, GraphBuilder& builder) {
  const auto id = builder.add(std::move(document));
  if (id) FactWriter(passage, lexicon, builder, *id).run();
}

}  // namespace entente::prose
