#include "json_facts.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <functional>
#include <future>
#include <initializer_list>
#include <limits>
#include <mutex>
#include <type_traits>
#include <utility>
#include <vector>

#include "json_references.hpp"
#include "json_tokens.hpp"
#include "json_trouble.hpp"
#include "json_vocabulary.hpp"
#include "text_ends.hpp"

namespace entente {
namespace {

JsonOffset offset(const JsonValue& value) {
  return static_cast<JsonOffset>(value.span.begin);
}

template <class Values>
std::vector<std::string_view> names_of(const Values& values) {
  std::vector<std::string_view> names;
  for (const auto value : values) names.push_back(name(value));
  return names;
}

/// A set of fields.
class FieldSet {
 public:
  void add(JsonField field) { bits_ |= bit(field); }
  [[nodiscard]] bool has(JsonField field) const { return (bits_ & bit(field)) != 0; }
  [[nodiscard]] bool empty() const { return bits_ == 0; }

 private:
  static std::uint64_t bit(JsonField field) { return std::uint64_t{1} << static_cast<unsigned>(field); }
  std::uint64_t bits_ = 0;
};

/// An open list or object that the format gives a meaning.
struct Frame {
  JsonPlace place;
  std::size_t begin;
  JsonField field = JsonField::other;  ///< whose value comes next; always `other` in lists
  FieldSet seen;
  FieldSet given;       ///< seen with another value than null
  bool broken = false;  ///< what the object holds cannot be kept
};

/// Whether a bad value there costs the object that has it. A relation without one of its parts would say something else
/// than was meant, and so would a quote; documents and entities do without.
bool is_essential(JsonPlace place, JsonField field) {
  if (place == JsonPlace::relation || place == JsonPlace::mention || place == JsonPlace::evidence) return true;
  return field == JsonField::id || field == JsonField::type || field == JsonField::name;
}

/// Builds facts from the events of one document.
class FactsReader final : public JsonEvents {
 public:
  FactsReader(std::string_view bytes, Diagnostics& diagnostics) : bytes_(bytes), trouble_(bytes, diagnostics) {
    constexpr std::size_t numbered_at_once = 32;
    unnumbered_.reserve(numbered_at_once);
  }

  /// Whether ids of relations or entities were given.
  [[nodiscard]] bool has_declared() const { return has_declared_; }
  JsonFacts take() && {
    number_references();
    return std::move(facts_);
  }

  /// The facts so far.
  JsonFacts& facts() {
    number_references();
    return facts_;
  }

  /// Begins within the list of relations, after the facts that were read before, which must outlive the reading. They
  /// are not changed; relations are resolved into `resolved` if all that they refer to is there.
  void begin_among_relations(const JsonFacts& before, const JsonReferences& references, ResolvedRelations& resolved) {
    before_ = &before;
    references_ = &references;
    resolved_ = &resolved;
    frames_.push_back({JsonPlace::graph, 0, JsonField::relations, {}, {}, false});
    frames_.push_back({JsonPlace::relations, 0, JsonField::other, {}, {}, false});
  }
  /// Ends it. False if something was not there.
  bool end_among_relations() {
    if (batch_ != nullptr) resolve_batch();
    return !misses_something_;
  }

  /// Ends the reading before that relation, if one begins there and `may_stop` allows it.
  void stop_at_relation(std::size_t begin, std::function<bool()> may_stop) {
    stop_at_ = begin;
    may_stop_ = std::move(may_stop);
  }
  [[nodiscard]] bool has_stopped() const { return has_stopped_; }

  bool key(const JsonValue& name) override {
    if (skipped_depth_ > 0) return true;
    Frame& frame = frames_.back();
    frame.field = field_named(name.text, frame.place);
    if (frame.field == JsonField::other) {
      key_.assign(name.text);
      key_span_ = name.span;
    } else if (frame.seen.has(frame.field)) {
      trouble_.repeated(frame.place, name.span);
      frame.field = JsonField::repeated;
    } else {
      frame.seen.add(frame.field);
    }
    return true;
  }

  bool scalar(const JsonValue& value) override { return skipped_depth_ > 0 || read_value(value); }

  bool open(JsonKind kind, std::size_t begin) override {
    if (begin >= stop_at_) {
      has_stopped_ = begin == stop_at_ && skipped_depth_ == 0 && kind == JsonKind::object && !frames_.empty() &&
                     frames_.back().place == JsonPlace::relations && may_stop_();
      if (has_stopped_) return false;
      stop_at_ = std::string_view::npos;
    }
    if (skipped_depth_ > 0) {
      ++skipped_depth_;
    } else if (const auto place = place_opened_by(kind)) {
      if (!frames_.empty()) frames_.back().given.add(frames_.back().field);
      frames_.push_back({*place, begin, JsonField::other, {}, {}, false});
      begin_item(*place);
      return !misses_something_;
    } else {
      skipped_depth_ = 1;
      skipped_ = {kind, {begin, begin}, {}};
    }
    return true;
  }

  bool close(std::size_t end) override {
    if (skipped_depth_ > 0) {
      if (--skipped_depth_ > 0) return true;
      skipped_.span.end = end;
      return read_value(skipped_);
    }
    end_item(frames_.back(), {frames_.back().begin, end});
    frames_.pop_back();
    return true;
  }

 private:
  [[nodiscard]] std::optional<JsonPlace> place_opened_by(JsonKind kind) const {
    if (!frames_.empty()) return place_within(frames_.back().place, frames_.back().field, kind);
    if (kind == JsonKind::object) return JsonPlace::graph;
    return std::nullopt;
  }

  // Values that are no place of their own. False ends the reading.

  bool read_value(const JsonValue& value) {
    if (frames_.empty()) {
      trouble_.wrong_kind(value, "a graph must be an object with \"entities\" and \"relations\"");
      return false;
    }
    Frame& frame = frames_.back();
    if (is_list(frame.place)) {
      read_list_item(frame.place, value);
    } else if (frame.place == JsonPlace::identifiers) {
      read_identifier(value);
    } else if (frame.field == JsonField::other) {
      keep_attribute(frame.place, key_, value);
    } else if (frame.field != JsonField::repeated && value.kind != JsonKind::null) {
      frame.given.add(frame.field);
      if (frame.place == JsonPlace::graph) return read_graph_field(frame.field, value);
      if (!read_field(frame, value) && is_essential(frame.place, frame.field)) frame.broken = true;
    }
    return true;
  }

  void read_list_item(JsonPlace list, const JsonValue& value) {
    if (value.kind != JsonKind::string) {
      trouble_.wrong_kind(value, item_must_be(list));
    } else if (list == JsonPlace::aliases) {
      facts_.entities.back().facts.aliases.emplace_back(value.text);
    } else if (list == JsonPlace::mentions) {
      set_bare(facts_.entities.back().facts.mentions.emplace_back(), value);
    } else if (list == JsonPlace::evidence_list) {
      set_bare(batch_->quotes.emplace_back(), value);
    } else {
      trouble_.wrong_kind(value, item_must_be(list));
    }
  }

  void set_bare(Quote& quote, const JsonValue& value) {
    quote.document = the_only_document;
    quote.text.assign(value.text);
  }
  void set_bare(QuoteView& quote, const JsonValue& value) {
    quote.document = the_only_document;
    quote.text = kept(value.text);
  }

  void read_identifier(const JsonValue& value) {
    if (value.kind == JsonKind::null) return;
    if (value.kind != JsonKind::string) {
      trouble_.wrong_kind(value, "an identifier must be a string");
    } else if (!facts_.entities.back().facts.identifiers.emplace(key_, value.text).second) {
      trouble_.repeated(JsonPlace::identifiers, key_span_);
    }
  }

  void keep_attribute(JsonPlace place, std::string_view name, const JsonValue& value) {
    Attributes* const attributes = attributes_of(place);
    if (attributes == nullptr) return trouble_.not_kept(place, key_span_);
    const auto as_written = bytes_.substr(value.span.begin, value.span.end - value.span.begin);
    if (!attributes->emplace(name, as_written).second) trouble_.repeated(place, key_span_);
  }

  Attributes* attributes_of(JsonPlace place) {
    switch (place) {
      case JsonPlace::graph:
        return &facts_.attributes;
      case JsonPlace::document:
        return &facts_.documents.back().facts.attributes;
      case JsonPlace::entity:
        return &facts_.entities.back().facts.attributes;
      case JsonPlace::relation:
        return &attributes_of_relation();
      default:
        return nullptr;
    }
  }

  // Fields of each place. False when the value is not right, which is reported.

  bool read_graph_field(JsonField field, const JsonValue& value) {
    if (field != JsonField::format && field != JsonField::version) {
      trouble_.wrong_kind(value, field);
      return true;
    }
    const bool right = field == JsonField::format ? value.kind == JsonKind::string && value.text == "entente-graph"
                                                  : value.kind == JsonKind::number && value.number == 1;
    if (!right) trouble_.unreadable_format(value, field);
    return right;
  }

  bool read_field(const Frame& frame, const JsonValue& value) {
    switch (frame.place) {
      case JsonPlace::document:
        return read_document_field(frame.field, value);
      case JsonPlace::entity:
        return read_entity_field(frame.field, value);
      case JsonPlace::relation:
        return read_relation_field(frame.field, value);
      case JsonPlace::mention:
        return read_mention_field(frame.field, value);
      default:
        return read_quote_field(batch_->quotes.back(), frame.field, value);
    }
  }

  bool read_document_field(JsonField field, const JsonValue& value) {
    JsonDocument& document = facts_.documents.back();
    switch (field) {
      case JsonField::id:
        return read_id(value, facts_.document_ids, document);
      case JsonField::title:
        return read_text(value, field, document.facts.title);
      case JsonField::date:
        return read_date(value, document.facts.date);
      case JsonField::author:
        return read_text(value, field, document.facts.author);
      case JsonField::publisher:
        return read_text(value, field, document.facts.publisher);
      case JsonField::source:
        return read_text(value, field, document.facts.source);
      case JsonField::language:
        return read_text(value, field, document.facts.language);
      default:
        return read_text(value, field, document.facts.sha256);
    }
  }

  bool read_entity_field(JsonField field, const JsonValue& value) {
    JsonEntity& entity = facts_.entities.back();
    switch (field) {
      case JsonField::id:
        return read_id(value, facts_.ids, entity);
      case JsonField::type:
        return read_word(value, field, entity.facts.type, entity_type_named, Problem::unknown_type, "a type of entity",
                         all_entity_types());
      case JsonField::name:
        return read_text(value, field, entity.facts.name);
      default:
        return is_kind(value, field, JsonKind::list);
    }
  }

  bool read_relation_field(JsonField field, const JsonValue& value) {
    JsonRelation& relation = batch_->relations.back();
    switch (field) {
      case JsonField::id:
        return read_relation_id(value, relation);
      case JsonField::subject:
        return read_reference(value, field, relation.subject);
      case JsonField::predicate:
        return read_word(value, field, relation.predicate, predicate_named, Problem::unknown_predicate, "a predicate",
                         all_predicates());
      case JsonField::object:
        return read_reference(value, field, relation.object);
      case JsonField::polarity:
        return read_word(value, field, relation.polarity, polarity_named, Problem::unknown_value, "a polarity",
                         std::array{Polarity::positive, Polarity::negative});
      case JsonField::modality:
        return read_word(value, field, relation.modality, modality_named, Problem::unknown_value, "a modality",
                         all_modalities());
      case JsonField::date:
        return read_date(value, relation.date);
      case JsonField::source:
        return read_reference(value, field, relation.source.emplace());
      case JsonField::role:
        return read_text(value, field, relation.role);
      case JsonField::condition:
        return read_reference(value, field, relation.condition.emplace());
      case JsonField::confidence:
        return read_confidence(value, relation.confidence);
      case JsonField::rule:
        return read_text(value, field, relation.rule);
      default:
        return read_single_evidence(value);
    }
  }

  bool read_mention_field(JsonField field, const JsonValue& value) {
    Mention& mention = facts_.entities.back().facts.mentions.back();
    if (field != JsonField::kind) return read_quote_field(mention, field, value);
    if (!is_kind(value, field, JsonKind::string)) return false;
    mention.coreference = value.text == "coreference";
    if (!mention.coreference) {
      trouble_.unknown_word(Problem::unknown_value, value, "a kind of mention",
                            std::array<std::string_view, 1>{"coreference"});
    }
    return mention.coreference;
  }

  template <class SomeQuote>
  bool read_quote_field(SomeQuote& quote, JsonField field, const JsonValue& value) {
    switch (field) {
      case JsonField::document:
        if (!is_kind(value, JsonKind::string, "\"document\" must be the id of a document, a string")) return false;
        quote.document = DocumentId(quoted_document(value));
        return true;
      case JsonField::text:
        return read_text(value, field, quote.text);
      default:
        return read_code_points(value, field, field == JsonField::start ? span_.begin : span_.end);
    }
  }

  // Values.

  bool is_kind(const JsonValue& value, JsonField field, JsonKind kind) {
    if (value.kind != kind) trouble_.wrong_kind(value, field);
    return value.kind == kind;
  }

  bool is_kind(const JsonValue& value, JsonKind kind, std::string_view must_be) {
    if (value.kind != kind) trouble_.wrong_kind(value, must_be);
    return value.kind == kind;
  }

  bool read_text(const JsonValue& value, JsonField field, std::string& text) {
    if (!is_kind(value, field, JsonKind::string)) return false;
    text.assign(value.text);
    return true;
  }

  bool read_text(const JsonValue& value, JsonField field, std::string_view& text) {
    if (!is_kind(value, field, JsonKind::string)) return false;
    text = kept(value.text);
    return true;
  }

  /// The text where it stays: in the document, or if that has it only with escapes, beside it.
  std::string_view kept(std::string_view text) {
    const std::less<const char*> before;
    const bool is_in_document =
        !before(text.data(), bytes_.data()) && before(text.data(), bytes_.data() + bytes_.size());
    return is_in_document ? text : std::string_view(facts_.texts.emplace_back(text));
  }

  /// The number of the document that a quote names; mostly the one that the quote before it named.
  std::uint32_t quoted_document(const JsonValue& value) {
    if (!last_number_ || !are_equal(value.text, last_document_)) {
      last_document_ = kept(value.text);
      last_number_ = number_of(JsonKey(last_document_), &JsonFacts::document_ids);
    }
    if (before_ == nullptr) facts_.document_ids.count_use(*last_number_, offset(value));
    return *last_number_;
  }

  template <class When>
  bool read_date(const JsonValue& value, std::optional<When>& date) {
    if (!is_kind(value, JsonField::date, JsonKind::string)) return false;
    date = When::parse(value.text);
    if (!date) trouble_.not_a_date(value, std::is_same_v<When, DateInterval>);
    return date.has_value();
  }

  template <class Word, class All>
  bool read_word(const JsonValue& value, JsonField field, Word& word, std::optional<Word> (*named)(std::string_view),
                 Problem problem, std::string_view what, const All& all) {
    if (!is_kind(value, field, JsonKind::string)) return false;
    const auto found = named(value.text);
    if (found) {
      word = *found;
    } else {
      trouble_.unknown_word(problem, value, what, names_of(all));
    }
    return found.has_value();
  }

  template <class Item>
  bool read_id(const JsonValue& value, JsonSymbols& symbols, Item& item) {
    if (!is_kind(value, JsonField::id, JsonKind::string)) return false;
    if (value.text.empty()) {
      trouble_.out_of_range(value, "\"id\" must not be empty");
      return false;
    }
    number_references();
    has_declared_ = true;
    item.symbol = symbols.number_of(JsonKey(kept(value.text)));
    item.id_at = offset(value);
    return true;
  }

  /// The graph has no room for the id of a relation, so it is an attribute as well.
  bool read_relation_id(const JsonValue& value, JsonRelation& relation) {
    if (!read_id(value, facts_.ids, relation)) return false;
    keep_attribute(JsonPlace::relation, name(JsonField::id), value);
    return true;
  }

  bool read_reference(const JsonValue& value, JsonField field, JsonReference& reference) {
    const bool is_string = field == JsonField::source
                               ? is_kind(value, JsonKind::string, "\"source\" must be the id of an entity, a string")
                               : is_kind(value, field, JsonKind::string);
    if (!is_string) return false;
    reference.at = offset(value);
    if (unnumbered_.size() == unnumbered_.capacity()) number_references();
    unnumbered_.push_back({&reference, JsonKey(kept(value.text))});
    all_ids().prefetch(unnumbered_.back().key);
    return true;
  }

  /// Gives references their numbers, some at once: a table of millions of symbols is mostly not in the cache, and this
  /// way its parts are fetched while others are waited for.
  void number_references() {
    for (const Unnumbered& reference : unnumbered_) {
      reference.to->symbol = number_of(reference.key, &JsonFacts::ids);
    }
    unnumbered_.clear();
  }

  [[nodiscard]] const JsonSymbols& all_ids() const { return before_ == nullptr ? facts_.ids : before_->ids; }

  std::uint32_t number_of(const JsonKey& key, JsonSymbols JsonFacts::*symbols) {
    if (before_ == nullptr) return (facts_.*symbols).number_of(key);
    const auto number = (before_->*symbols).find(key);
    if (!number) misses_something_ = true;
    return number.value_or(0);
  }

  bool read_confidence(const JsonValue& value, double& confidence) {
    if (!is_kind(value, JsonField::confidence, JsonKind::number)) return false;
    const bool right = value.number >= 0 && value.number <= 1;
    if (right) {
      confidence = value.number;
    } else {
      trouble_.out_of_range(value, "\"confidence\" must be from 0 to 1");
    }
    return right;
  }

  bool read_single_evidence(const JsonValue& value) {
    if (!is_kind(value, JsonField::evidence, JsonKind::string)) return false;
    set_bare(batch_->quotes.emplace_back(), value);
    return true;
  }

  bool read_code_points(const JsonValue& value, JsonField field, std::uint32_t& count) {
    if (!is_kind(value, field, JsonKind::number)) return false;
    constexpr double most = std::numeric_limits<std::uint32_t>::max();
    const bool right = value.number >= 0 && value.number <= most && std::floor(value.number) == value.number;
    if (right) {
      count = static_cast<std::uint32_t>(value.number);
    } else {
      trouble_.out_of_range(value, '"' + std::string(name(field)) + "\" must be a whole number of code points");
    }
    return right;
  }

  // Objects as a whole.

  void begin_item(JsonPlace place) {
    switch (place) {
      case JsonPlace::document:
        facts_.documents.emplace_back();
        break;
      case JsonPlace::entity:
        facts_.entities.emplace_back();
        break;
      case JsonPlace::relation:
        begin_relation();
        break;
      case JsonPlace::mention:
        facts_.entities.back().facts.mentions.emplace_back();
        break;
      case JsonPlace::evidence:
        batch_->quotes.emplace_back();
        break;
      default:
        break;
    }
  }

  void begin_relation() {
    const bool is_full = batch_ != nullptr && batch_->relations.size() == JsonBatch::most_relations;
    if (is_full && before_ != nullptr) {
      resolve_batch();
    } else if (batch_ == nullptr || is_full) {
      batch_ = &facts_.relations.emplace_back();
      batch_->relations.reserve(JsonBatch::most_relations);
      batch_->quotes.reserve(JsonBatch::most_relations);
    }
    first_quote_ = static_cast<std::uint32_t>(batch_->quotes.size());
    batch_->relations.emplace_back().first_quote = first_quote_;
  }

  void resolve_batch() {
    number_references();
    for (std::size_t i = 0; i < batch_->relations.size() && !misses_something_; ++i) resolve_relation(i);
    batch_->relations.clear();
    batch_->quotes.clear();
    batch_->attributes.clear();
    last_number_.reset();
    facts_.texts.clear();
  }

  void resolve_relation(std::size_t place) {
    const JsonRelation& relation = batch_->relations[place];
    const auto subject = references_->entity(relation.subject);
    const auto object = references_->entity(relation.object);
    const auto source = relation.source ? references_->entity(*relation.source) : std::nullopt;
    const auto condition = relation.condition ? references_->entity(*relation.condition) : std::nullopt;
    const std::span<QuoteView> quotes = quotes_of(*batch_, place);
    const EvidenceView evidence = references_->resolve(quotes);
    if (!subject || !object || relation.source.has_value() != source.has_value() ||
        relation.condition.has_value() != condition.has_value() || evidence.size() != quotes.size()) {
      misses_something_ = true;
      return;
    }
    RelationView facts = resolved_view(relation, *batch_, *subject, *object, source, evidence);
    if (condition) facts.condition = *condition;
    resolved_->relations.push_back(facts);
    resolved_->places.push_back({relation.subject.at, relation.object.at});
  }

  Attributes& attributes_of_relation() {
    JsonRelation& relation = batch_->relations.back();
    if (relation.attributes == 0) {
      batch_->attributes.emplace_back();
      relation.attributes = static_cast<std::uint32_t>(batch_->attributes.size());
    }
    return batch_->attributes[relation.attributes - 1];
  }

  void end_item(Frame& frame, ByteSpan span) {
    switch (frame.place) {
      case JsonPlace::graph:
        return require_content(frame, span);
      case JsonPlace::document:
        require(frame, span, {JsonField::id});
        declare_last(frame, facts_.document_ids, facts_.documents, JsonReferent::item);
        return;
      case JsonPlace::entity:
        require(frame, span, {JsonField::id, JsonField::type, JsonField::name});
        declare_last(frame, facts_.ids, facts_.entities, JsonReferent::item);
        return;
      case JsonPlace::relation:
        require(frame, span, {JsonField::subject, JsonField::predicate, JsonField::object});
        if (!declare_last(frame, facts_.ids, batch_->relations, JsonReferent::relation)) {
          batch_->quotes.resize(first_quote_);
        }
        return;
      case JsonPlace::mention:
        return end_quote(frame, span, facts_.entities.back().facts.mentions);
      case JsonPlace::evidence:
        return end_quote(frame, span, batch_->quotes);
      default:
        return;
    }
  }

  void require_content(const Frame& frame, ByteSpan span) {
    if (frame.seen.empty()) {
      trouble_.missing(frame.place, span, "\"entities\"", "a list of entities, and \"relations\" among them");
    }
  }

  void require(Frame& frame, ByteSpan span, std::initializer_list<JsonField> fields) {
    for (const JsonField field : fields) {
      if (frame.given.has(field)) continue;
      trouble_.missing(frame.place, span, '"' + std::string(name(field)) + '"', must_be(field));
      frame.broken = true;
    }
  }

  /// Gives the id of the last item its meaning; takes the item back if it is broken or its id has a meaning already,
  /// and then gives false.
  template <class Items>
  bool declare_last(const Frame& frame, JsonSymbols& symbols, Items& items, JsonReferent referent) {
    const auto& item = items.back();
    bool keep = !frame.broken;
    if (item.symbol) {
      JsonSymbol& symbol = symbols[*item.symbol];
      if (symbol.referent != JsonReferent::nothing) {
        trouble_.taken_id(item.id_at, symbol.declared_at);
        keep = false;
      } else {
        symbol.referent = keep ? referent : JsonReferent::unreadable;
        symbol.declared_at = item.id_at;
      }
    }
    if (!keep) {
      number_references();
      items.pop_back();
    }
    return keep;
  }

  template <class Quotes>
  void end_quote(Frame& frame, ByteSpan span, Quotes& quotes) {
    const bool has_start = frame.given.has(JsonField::start);
    const bool has_end = frame.given.has(JsonField::end);
    if (has_start != has_end) {
      require(frame, span, {has_start ? JsonField::end : JsonField::start});
    } else if (!has_start) {
      require(frame, span, {JsonField::text});
    } else if (!frame.broken && span_.begin > span_.end) {
      trouble_.backwards(frame.place, span, std::to_string(span_.begin) + " and " + std::to_string(span_.end));
      frame.broken = true;
    }
    if (frame.broken) return quotes.pop_back();
    if (has_start) quotes.back().span = span_;
  }

  const std::string_view bytes_;
  JsonTrouble trouble_;
  JsonFacts facts_;
  // When it began among relations.
  const JsonFacts* before_ = nullptr;
  const JsonReferences* references_ = nullptr;
  ResolvedRelations* resolved_ = nullptr;
  bool misses_something_ = false;

  JsonBatch* batch_ = nullptr;     // the last one of the facts
  std::uint32_t first_quote_ = 0;  // of the relation that is being read
  struct Unnumbered {
    JsonReference* to;
    JsonKey key;
  };
  std::vector<Unnumbered> unnumbered_;
  std::string_view last_document_;  // that a quote named
  std::optional<std::uint32_t> last_number_;
  std::vector<Frame> frames_;
  std::size_t skipped_depth_ = 0;  // open brackets of a value that is no place of its own
  JsonValue skipped_;
  std::string key_;  // the name of a field that the format does not know
  ByteSpan key_span_;
  Span span_;  // of the quote that is being read
  std::size_t stop_at_ = std::string_view::npos;
  std::function<bool()> may_stop_;
  bool has_stopped_ = false;
  bool has_declared_ = false;
};

/// Gives documents and entities the ids that they will have in a builder which takes them all. False if it will not.
bool foresee_ids(JsonFacts& facts, const GraphBuilder& builder) {
  std::size_t document_count = builder.document_count();
  for (const JsonDocument& document : facts.documents) {
    JsonSymbol& symbol = facts.document_ids[*document.symbol];
    if (builder.document_with_key(symbol.key.text())) return false;
    symbol.graph = static_cast<std::uint32_t>(document_count++);
  }
  std::size_t entity_count = builder.entity_count();
  for (const JsonEntity& entity : facts.entities) {
    JsonSymbol& symbol = facts.ids[*entity.symbol];
    if (builder.entity_with_key(symbol.key.text())) return false;
    symbol.graph = static_cast<std::uint32_t>(entity_count++);
  }
  return true;
}

/// Reads stretches of relations after what was read before them, on several threads.
class StretchReaders {
 public:
  StretchReaders(std::string_view bytes, const JsonReading& reading, const JsonFacts& before)
      : bytes_(bytes), reading_(reading), before_(before), references_(before), read_(reading.stretches.size()) {
    references_.look_up_documents();
    references_.look_up_entities();
  }

  /// False if one of them has what only a reader of the whole document can judge.
  bool read() {
    std::vector<std::future<void>> others;
    for (std::size_t i = 1; i < std::min(reading_.threads, read_.size()); ++i) {
      others.push_back(std::async(std::launch::async, [this] { read_some(); }));
    }
    read_some();
    for (std::future<void>& other : others) other.get();
    return !abandoned_;
  }

  [[nodiscard]] ResolvedRelations take() && { return std::move(all_); }

 private:
  void read_some() {
    for (std::size_t i = taken_++; i < read_.size() && !abandoned_; i = taken_++) {
      ResolvedRelations resolved;
      if (!read_stretch(reading_.stretches[i], resolved)) {
        abandoned_ = true;
        return;
      }
      const std::lock_guard lock(joining_);
      read_[i] = std::move(resolved);
      for (; joined_ < read_.size() && read_[joined_]; ++joined_) join(*std::exchange(read_[joined_], std::nullopt));
    }
  }

  /// Puts the relations of the next stretch, which is sound and so not empty, behind those before it. At the first it
  /// makes room for all.
  void join(ResolvedRelations next) {
    if (joined_ == 0) {
      const auto [begin, end] = reading_.stretches.front();
      const std::size_t times = (bytes_.size() - begin) / (end - begin) + 1;
      all_.relations.make_room(times, next.relations);
      all_.places.reserve(times * next.places.size());
    }
    all_.relations.append(std::move(next.relations));
    all_.places.insert(all_.places.end(), next.places.begin(), next.places.end());
  }

  /// False if there is trouble of any kind, which shall be reported in order, or an id of a relation, which may be
  /// taken, or a reference to something that did not stand before.
  bool read_stretch(JsonStretch stretch, ResolvedRelations& resolved) const {
    Diagnostics trouble(0);
    FactsReader reader(bytes_, trouble);
    reader.begin_among_relations(before_, references_, resolved);
    constexpr std::size_t depth = 2;
    return read_json_stretch(bytes_, stretch, depth, reading_.max_depth, reader, abandoned_) &&
           trouble.dropped_count() == 0 && !reader.has_declared() && reader.end_among_relations();
  }

  const std::string_view bytes_;
  const JsonReading& reading_;
  const JsonFacts& before_;
  JsonReferences references_;
  std::atomic<std::size_t> taken_ = 0;
  std::atomic<bool> abandoned_ = false;
  std::mutex joining_;
  std::vector<std::optional<ResolvedRelations>> read_;  // stretches, until they are joined
  std::size_t joined_ = 0;                              // how many stretches are
  ResolvedRelations all_;
};

bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

/// The first place from `from` on where an object within a list begins with a subject, or nothing if that is far.
std::optional<std::size_t> relation_near(std::string_view bytes, std::size_t from) {
  constexpr std::size_t far = std::size_t{1} << 20U;
  constexpr std::string_view field = "\"subject\"";
  const std::string_view searched = bytes.substr(0, std::min(bytes.size(), from + far));
  for (std::size_t at = searched.find(field, from); at != std::string_view::npos; at = searched.find(field, at + 1)) {
    const auto before = [&](std::size_t place) {
      while (place > 0 && is_blank(bytes[place - 1])) --place;
      return place;
    };
    const std::size_t after_brace = before(at);
    if (after_brace == 0 || bytes[after_brace - 1] != '{') continue;
    const std::size_t after_comma = before(after_brace - 1);
    if (after_comma > 0 && bytes[after_comma - 1] == ',') return after_brace - 1;
  }
  return std::nullopt;
}

/// The facts of a document in stretches without any fault; nothing if it has one, whatever that is.
std::optional<JsonFacts> sound_facts(std::string_view bytes, const JsonReading& reading, const GraphBuilder& builder) {
  Diagnostics trouble(0);
  FactsReader reader(bytes, trouble);
  ResolvedRelations resolved;
  reader.stop_at_relation(reading.stretches.front().begin, [&] {
    if (trouble.dropped_count() > 0 || !foresee_ids(reader.facts(), builder)) return false;
    StretchReaders readers(bytes, reading, reader.facts());
    const bool could_read = readers.read();
    if (could_read) resolved = std::move(readers).take();
    return could_read;
  });
  const bool has_read = read_json(bytes, reading.max_depth, reader, trouble) || reader.has_stopped();
  if (!has_read || trouble.dropped_count() > 0) return std::nullopt;
  JsonFacts facts = std::move(reader).take();
  facts.resolved = std::move(resolved);
  return facts;
}

}  // namespace

std::vector<JsonStretch> parted_relations(std::string_view bytes, std::size_t count) {
  std::vector<JsonStretch> stretches;
  for (std::size_t i = 1; i < count; ++i) {
    const std::size_t share = bytes.size() / count * i;
    const auto begin = relation_near(bytes, stretches.empty() ? share : std::max(share, stretches.back().begin + 1));
    if (!begin) continue;
    if (!stretches.empty()) stretches.back().end = *begin;
    stretches.push_back({*begin, bytes.size()});
  }
  return stretches;
}

std::optional<JsonFacts> read_json_facts(std::string_view bytes, const JsonReading& reading,
                                         const GraphBuilder& builder, Diagnostics& diagnostics) {
  if (!reading.stretches.empty()) {
    if (auto facts = sound_facts(bytes, reading, builder)) return facts;
  }
  FactsReader reader(bytes, diagnostics);
  if (!read_json(bytes, reading.max_depth, reader, diagnostics)) return std::nullopt;
  return std::move(reader).take();
}

}  // namespace entente
