// Relations and quotations as a graph holds them, seen without a copy.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <span>
#include <string_view>
#include <variant>
#include <vector>

#include <entente/facts.hpp>

namespace entente {

/// A quotation whose text is elsewhere. `Quote(view)` has a text of its own.
struct QuoteView {
  std::optional<DocumentId> document{};
  std::optional<Span> span{};
  std::string_view text{};

  explicit operator Quote() const { return {document, span, std::string(text)}; }
  friend auto operator<=>(const QuoteView&, const QuoteView&) = default;
  friend bool operator==(const QuoteView&, const QuoteView&) = default;
};

/// The quotation, seen. Its text lives as long as `quote`.
inline QuoteView view_of(const Quote& quote) {
  return {quote.document, quote.span, quote.text};
}

/// What a relation rests on.
class EvidenceView : public std::span<const QuoteView> {
 public:
  using std::span<const QuoteView>::span;

  friend bool operator==(EvidenceView a, EvidenceView b) { return (a <=> b) == 0; }
  friend bool operator==(EvidenceView a, const std::vector<Evidence>& b);
  friend std::strong_ordering operator<=>(EvidenceView a, EvidenceView b);
};

/// Attributes that are elsewhere; by default none.
class AttributesView {
 public:
  AttributesView() = default;
  AttributesView(const Attributes& attributes) : all_(&attributes) {}  // NOLINT(google-explicit-constructor)

  operator const Attributes&() const { return get(); }  // NOLINT(google-explicit-constructor)
  [[nodiscard]] const Attributes& get() const;
  [[nodiscard]] bool empty() const { return get().empty(); }
  [[nodiscard]] std::size_t size() const { return get().size(); }
  [[nodiscard]] Attributes::const_iterator begin() const { return get().begin(); }
  [[nodiscard]] Attributes::const_iterator end() const { return get().end(); }
  [[nodiscard]] Attributes::const_iterator find(const std::string& name) const { return get().find(name); }
  friend bool operator==(AttributesView a, AttributesView b) { return a.get() == b.get(); }
  friend auto operator<=>(AttributesView a, AttributesView b) { return a.get() <=> b.get(); }

 private:
  const Attributes* all_ = nullptr;
};

/// A relation of a graph, with the fields of a `Relation`; `Relation(view)` is one, at the price of copying its texts.
/// What is not used of it costs nothing:
///
///     const RelationView relation = graph.relation(id);
///     if (relation.modality == Modality::actual) reach(relation.object);
///
/// Its texts live as long as any copy of the graph.
struct RelationView {
  EntityId subject{0};
  Predicate predicate = Predicate::concerns;
  EntityId object{0};
  Polarity polarity = Polarity::positive;
  Modality modality = Modality::actual;
  std::optional<DateInterval> date{};
  std::optional<EntityId> source{};
  std::string_view role{};
  std::variant<std::monostate, EntityId, RelationId> condition{};
  double confidence = 1.0;
  std::string_view rule{};
  EvidenceView evidence{};
  AttributesView attributes{};

  explicit operator Relation() const;
  friend bool operator==(const RelationView&, const RelationView&) = default;
};

/// What a relation says besides its statement and its evidence. Many relations share one.
struct Remarks {
  std::string_view role{};
  std::string_view rule{};
  Attributes attributes{};
};

/// A relation as it is stored. Here only so that the compiler can see through a `RelationView`.
struct PackedRelation {
  static constexpr std::uint32_t nobody = UINT32_MAX;

  double confidence = 1.0;
  EntityId subject{0};
  EntityId object{0};
  std::uint32_t source = nobody;
  std::uint32_t condition = 0;  ///< an entity or relation, as `condition_kind` says
  std::uint32_t from = 0;       ///< codes of the ends of the date; both zero: no date
  std::uint32_t to = 0;
  std::uint32_t remarks = 0;
  std::uint32_t first_quote = 0;
  std::uint32_t quote_count = 0;
  Predicate predicate = Predicate::concerns;
  Polarity polarity = Polarity::positive;
  Modality modality = Modality::actual;
  std::uint8_t condition_kind = 0;  ///< 0: none, 1: an entity, 2: a relation
};
static_assert(sizeof(PackedRelation) == 48);

/// All relations of a graph or builder, in the order of their ids. A view itself, and cheap to copy.
class RelationList {
 public:
  class Iterator;
  using value_type = RelationView;
  using iterator = Iterator;
  using const_iterator = Iterator;

  RelationList() = default;
  RelationList(std::span<const PackedRelation> relations, const QuoteView* quotes, const Remarks* remarks)
      : relations_(relations), quotes_(quotes), remarks_(remarks) {}

  [[nodiscard]] std::size_t size() const { return relations_.size(); }
  [[nodiscard]] bool empty() const { return relations_.empty(); }
  [[nodiscard]] Iterator begin() const;
  [[nodiscard]] Iterator end() const;
  [[nodiscard]] RelationView front() const { return (*this)[0]; }
  [[nodiscard]] RelationView back() const { return (*this)[size() - 1]; }

  RelationView operator[](std::size_t index) const {
    const PackedRelation& packed = relations_[index];
    const Remarks& remarks = remarks_[packed.remarks];
    RelationView view;
    view.subject = packed.subject;
    view.predicate = packed.predicate;
    view.object = packed.object;
    view.polarity = packed.polarity;
    view.modality = packed.modality;
    if ((packed.from | packed.to) != 0) view.date = DateInterval::from_codes(packed.from, packed.to);
    if (packed.source != PackedRelation::nobody) view.source = EntityId(packed.source);
    view.role = remarks.role;
    if (packed.condition_kind == 1) view.condition = EntityId(packed.condition);
    if (packed.condition_kind == 2) view.condition = RelationId(packed.condition);
    view.confidence = packed.confidence;
    view.rule = remarks.rule;
    view.evidence = {quotes_ + packed.first_quote, packed.quote_count};
    view.attributes = remarks.attributes;
    return view;
  }

 private:
  std::span<const PackedRelation> relations_;
  const QuoteView* quotes_ = nullptr;
  const Remarks* remarks_ = nullptr;
};

class RelationList::Iterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using iterator_concept = std::random_access_iterator_tag;
  using value_type = RelationView;
  using difference_type = std::ptrdiff_t;
  using reference = RelationView;
  using pointer = void;

  Iterator() = default;
  Iterator(RelationList list, std::size_t index) : list_(list), index_(static_cast<difference_type>(index)) {}

  RelationView operator*() const { return (*this)[0]; }
  RelationView operator[](difference_type steps) const { return list_[static_cast<std::size_t>(index_ + steps)]; }
  Iterator& operator+=(difference_type steps) {
    index_ += steps;
    return *this;
  }
  Iterator& operator-=(difference_type steps) { return *this += -steps; }
  Iterator& operator++() { return *this += 1; }
  Iterator& operator--() { return *this -= 1; }
  Iterator operator++(int) {
    Iterator before = *this;
    ++*this;
    return before;
  }
  Iterator operator--(int) {
    Iterator before = *this;
    --*this;
    return before;
  }
  friend Iterator operator+(Iterator at, difference_type steps) { return at += steps; }
  friend Iterator operator+(difference_type steps, Iterator at) { return at += steps; }
  friend Iterator operator-(Iterator at, difference_type steps) { return at -= steps; }
  friend difference_type operator-(const Iterator& a, const Iterator& b) { return a.index_ - b.index_; }
  friend bool operator==(const Iterator& a, const Iterator& b) { return a.index_ == b.index_; }
  friend auto operator<=>(const Iterator& a, const Iterator& b) { return a.index_ <=> b.index_; }

 private:
  RelationList list_;
  difference_type index_ = 0;
};

inline RelationList::Iterator RelationList::begin() const {
  return {*this, 0};
}
inline RelationList::Iterator RelationList::end() const {
  return {*this, size()};
}

}  // namespace entente
