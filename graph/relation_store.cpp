#include "relation_store.hpp"

#include <algorithm>
#include <bit>
#include <functional>
#include <utility>

#include "ordered_blocks.hpp"

namespace entente {

std::size_t RelationStore::WordingHash::operator()(const Wording& wording) const {
  const std::hash<std::string_view> hash;
  return hash(wording.role) * 31 + hash(wording.rule);
}

void RelationStore::reserve(std::size_t relations) {
  entente::make_room(relations_, relations);
  entente::make_room(quotes_, relations);
}

void RelationStore::make_room(std::size_t times, const RelationStore& like) {
  constexpr std::size_t few = 32;
  const auto with_some_more = [times](std::size_t each) { return times * each + times * each / few; };
  entente::make_room(relations_, with_some_more(like.relations_.size()));
  entente::make_room(quotes_, with_some_more(like.quotes_.size()));
}

PackedRelation RelationStore::statement(const RelationView& view) {
  PackedRelation packed;
  packed.confidence = view.confidence;
  packed.subject = view.subject;
  packed.object = view.object;
  if (view.source) packed.source = static_cast<std::uint32_t>(view.source->index());
  if (view.date) {
    packed.from = view.date->from_code();
    packed.to = view.date->to_code();
  }
  packed.predicate = view.predicate;
  packed.polarity = view.polarity;
  packed.modality = view.modality;
  return packed;
}

void RelationStore::push_back(PackedRelation statement, const RelationView& rest) {
  const RelationId id{relations_.size()};
  statement.first_quote = static_cast<std::uint32_t>(quotes_.size());
  statement.remarks = remarks_with(rest.role, rest.rule, rest.attributes);
  relations_.push_back(statement);
  set_condition(id, rest.condition);
  for (const QuoteView& quote : rest.evidence) add_evidence(id, quote);
}

void RelationStore::append(std::span<RelationStore* const> others, std::span<const std::uint32_t> left_out,
                           std::size_t threads) {
  struct Share {
    std::vector<std::uint32_t> left_out;  // places in the other store
    std::size_t first_relation;
    std::size_t first_quote;
    std::vector<std::uint32_t> remarks;  // for each number of the other store the one here
  };
  std::vector<Share> shares;
  const std::size_t room = 8 * left_out.size();  // for evidence of what is left out
  std::size_t before = 0;
  constexpr std::size_t few = 16;
  if (!others.empty() && few * relations_.size() < others.front()->size() &&
      relations_.capacity() < others.front()->size()) {
    RelationStore first = std::exchange(*this, std::exchange(*others.front(), {}));
    before = relations_.size();
    const auto end = std::lower_bound(left_out.begin(), left_out.end(), before);
    remove({left_out.begin(), end});
    left_out = {end, left_out.end()};
    put_in_front(std::move(first));
    others = others.subspan(1);
  }
  std::size_t relations = relations_.size();
  std::size_t quotes = quotes_.size();
  for (RelationStore* const other : others) {
    Share& share = shares.emplace_back(Share{{}, relations, quotes, {}});
    relations += other->size();
    quotes += other->quotes_.size();
    for (; !left_out.empty() && left_out.front() < before + other->size(); left_out = left_out.subspan(1)) {
      share.left_out.push_back(static_cast<std::uint32_t>(left_out.front() - before));
      --relations;
      quotes -= other->relations_[share.left_out.back()].quote_count;
    }
    share.remarks = take_remarks(*other, share.left_out);
    texts_.take_over(std::move(other->texts_));
    before += other->size();
  }
  if (room > 0) quotes_.reserve(quotes + std::min(room, quotes / 8));
  relations_.resize(relations);
  quotes_.resize(quotes);
  in_separate_blocks(others.size(), threads, [&](std::size_t i) {
    RelationStore& other = *others[i];
    const Share& share = shares[i];
    std::size_t relation = share.first_relation;
    std::size_t quote = share.first_quote;
    auto next_left_out = share.left_out.begin();
    for (std::size_t place = 0; place < other.size(); ++place) {
      if (next_left_out != share.left_out.end() && *next_left_out == place) {
        ++next_left_out;
        continue;
      }
      PackedRelation packed = other.relations_[place];
      std::copy_n(other.quotes_.data() + packed.first_quote, packed.quote_count, quotes_.data() + quote);
      packed.first_quote = static_cast<std::uint32_t>(quote);
      packed.remarks = share.remarks[packed.remarks];
      quote += packed.quote_count;
      relations_[relation++] = packed;
    }
    other.relations_ = {};
    other.quotes_ = {};
  });
}

// The few relations of another store become the first ones.
void RelationStore::put_in_front(RelationStore first) {
  if (first.relations_.empty()) return;
  const std::vector<std::uint32_t> remarks = take_remarks(first, {});
  texts_.take_over(std::move(first.texts_));
  const std::size_t quotes = quotes_.size();
  quotes_.insert(quotes_.end(), first.quotes_.begin(), first.quotes_.end());
  for (PackedRelation& packed : first.relations_) {
    packed.first_quote += static_cast<std::uint32_t>(quotes);
    packed.remarks = remarks[packed.remarks];
  }
  relations_.insert(relations_.begin(), first.relations_.begin(), first.relations_.end());
  removed_ += first.removed_ + first.moved_.size() + moved_.size();
  moved_.clear();  // the numbers are others now
  long_evidence_.clear();
}

// Their evidence stays, and nobody's it is.
void RelationStore::remove(std::span<const std::uint32_t> places) {
  if (places.empty()) return;
  const auto at = [this](std::size_t place) { return relations_.begin() + static_cast<std::ptrdiff_t>(place); };
  auto to = at(places.front());
  for (std::size_t i = 0; i < places.size(); ++i) {
    const std::size_t next = i + 1 < places.size() ? places[i + 1] : relations_.size();
    to = std::copy(at(places[i] + std::size_t{1}), at(next), to);
  }
  relations_.resize(relations_.size() - places.size());
  removed_ += places.size();
}

// Remarks without attributes are shared, those with attributes belong to one relation each.
std::vector<std::uint32_t> RelationStore::take_remarks(RelationStore& other, std::span<const std::uint32_t> left_out) {
  std::vector<bool> stays(other.remarks_.size());
  for (const std::uint32_t place : left_out) stays[other.relations_[place].remarks] = true;
  std::vector<std::uint32_t> numbers(other.remarks_.size());
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    Remarks& remarks = other.remarks_[i];
    if (remarks.attributes.empty()) {
      numbers[i] = remarks_with(remarks.role, remarks.rule, {});
    } else if (!stays[i]) {
      numbers[i] = static_cast<std::uint32_t>(remarks_.size());
      remarks_.push_back(std::move(remarks));
    }
  }
  return numbers;
}

void RelationStore::set_condition(RelationId id, const std::variant<std::monostate, EntityId, RelationId>& condition) {
  PackedRelation& packed = relations_[id.index()];
  packed.condition_kind = static_cast<std::uint8_t>(condition.index());
  if (const auto* entity = std::get_if<EntityId>(&condition)) {
    packed.condition = static_cast<std::uint32_t>(entity->index());
  } else if (const auto* relation = std::get_if<RelationId>(&condition)) {
    packed.condition = static_cast<std::uint32_t>(relation->index());
  }
}

void RelationStore::add_remarks(RelationId id, std::string_view role, std::string_view rule,
                                const Attributes& attributes) {
  PackedRelation& packed = relations_[id.index()];
  Remarks& present = remarks_[packed.remarks];
  const bool adds_role = present.role.empty() && !role.empty();
  const bool adds_rule = present.rule.empty() && !rule.empty();
  if (!adds_role && !adds_rule && attributes.empty()) return;
  if (present.attributes.empty()) {  // others may share it
    packed.remarks = remarks_with(adds_role ? role : present.role, adds_rule ? rule : present.rule, attributes);
    return;
  }
  if (adds_role) present.role = texts_.keep(role);
  if (adds_rule) present.rule = texts_.keep(rule);
  present.attributes.insert(attributes.begin(), attributes.end());
}

std::uint32_t RelationStore::remarks_with(std::string_view role, std::string_view rule, const Attributes& attributes) {
  if (role.empty() && rule.empty() && attributes.empty()) return 0;
  const auto next = static_cast<std::uint32_t>(remarks_.size());
  const auto known = remarks_of_.find({role, rule});
  if (attributes.empty() && known != remarks_of_.end()) return known->second;
  Remarks remarks{texts_.keep(role), texts_.keep(rule), attributes};
  if (attributes.empty()) remarks_of_.emplace(Wording{remarks.role, remarks.rule}, next);
  remarks_.push_back(std::move(remarks));
  return next;
}

EvidenceView RelationStore::evidence_of(const PackedRelation& packed) const {
  return {quotes_.data() + packed.first_quote, packed.quote_count};
}

// A short list is searched; of a long one a sorted copy is kept.
bool RelationStore::has_evidence(std::size_t relation, const QuoteView& quote) {
  constexpr std::size_t longest_searched = 16;
  const EvidenceView evidence = evidence_of(relations_[relation]);
  if (evidence.size() < longest_searched) return std::find(evidence.begin(), evidence.end(), quote) != evidence.end();
  const auto [sorted, is_new] = long_evidence_.try_emplace(relation);
  if (is_new) sorted->second.insert(evidence.begin(), evidence.end());
  return sorted->second.contains(quote);
}

void RelationStore::add_evidence(RelationId id, QuoteView quote) {
  if (has_evidence(id.index(), quote)) return;
  make_room_for_quote(id.index());
  quote.text = texts_.keep(quote.text);
  PackedRelation& packed = relations_[id.index()];
  quotes_[packed.first_quote + packed.quote_count++] = quote;
  if (long_evidence_.empty()) return;
  if (const auto sorted = long_evidence_.find(id.index()); sorted != long_evidence_.end()) sorted->second.insert(quote);
}

// Evidence that comes with its relation stands at the end of the array. What comes later moves the list there, to room
// for a power of two.
void RelationStore::make_room_for_quote(std::size_t relation) {
  PackedRelation& packed = relations_[relation];
  const std::size_t count = packed.quote_count;
  const bool is_last = packed.first_quote + count == quotes_.size();
  const bool has_moved = !moved_.empty() && moved_.contains(static_cast<std::uint32_t>(relation));
  if (has_moved && !std::has_single_bit(count)) return;
  if (is_last && !has_moved) return static_cast<void>(quotes_.emplace_back());
  if (!is_last) {
    const std::size_t first = quotes_.size();
    quotes_.resize(first + count);
    std::copy_n(quotes_.begin() + packed.first_quote, count, quotes_.begin() + static_cast<std::ptrdiff_t>(first));
    packed.first_quote = static_cast<std::uint32_t>(first);
    moved_.insert(static_cast<std::uint32_t>(relation));
  }
  quotes_.resize(packed.first_quote + std::bit_ceil(count + 1));
}

void RelationStore::freeze(std::size_t threads) {
  constexpr std::size_t few = 64;  // whose evidence may be out of its place before all is moved
  if (moved_.size() + removed_ > relations_.size() / few) put_evidence_in_order(threads);
  give_back_room(relations_);
  give_back_room(quotes_);
  remarks_.shrink_to_fit();
  remarks_of_ = {};
  moved_ = {};
  long_evidence_ = {};
}

void RelationStore::put_evidence_in_order(std::size_t threads) {
  constexpr std::size_t each = std::size_t{1} << 16U;
  const auto block = [this, each](std::size_t i) {
    return std::span(relations_).subspan(i * each, std::min(each, relations_.size() - i * each));
  };
  std::vector<std::size_t> starts((relations_.size() + each - 1) / each + 1);
  const std::size_t blocks = starts.size() - 1;
  in_separate_blocks(blocks, threads, [&](std::size_t i) {
    for (const PackedRelation& packed : block(i)) starts[i + 1] += packed.quote_count;
  });
  for (std::size_t i = 0; i < blocks; ++i) starts[i + 1] += starts[i];
  UnsetVector<QuoteView> in_order(starts.back());
  in_separate_blocks(blocks, threads, [&](std::size_t i) {
    std::size_t next = starts[i];
    for (PackedRelation& packed : block(i)) {
      const EvidenceView evidence = evidence_of(packed);
      std::copy(evidence.begin(), evidence.end(), in_order.begin() + static_cast<std::ptrdiff_t>(next));
      packed.first_quote = static_cast<std::uint32_t>(next);
      next += evidence.size();
    }
  });
  quotes_ = std::move(in_order);
}

std::size_t RelationStore::relation_bytes() const {
  constexpr std::size_t links_of_tree_node = 4 * sizeof(void*);
  std::size_t bytes = relations_.capacity() * sizeof(PackedRelation) + remarks_.capacity() * sizeof(Remarks);
  for (const Remarks& remarks : remarks_)
    bytes += remarks.attributes.size() * (sizeof(Attributes::value_type) + links_of_tree_node);
  return bytes;
}

}  // namespace entente
