#include "prose/language/weights.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <stdexcept>
#include <string>

extern "C" {
extern const std::byte entente_english_model[];
extern const std::byte entente_english_model_end[];
}

namespace entente::prose {

namespace {

static_assert(std::endian::native == std::endian::little, "models are little-endian and read in place");
static_assert(sizeof(Tag) == 2);

[[noreturn]] void reject(const std::string& reason) {
  throw std::runtime_error("language model: " + reason);
}

struct Extent {
  std::uint32_t offset;
  std::uint32_t size;
};

constexpr std::size_t header_size = 8 + sizeof(std::uint32_t) + part_count * sizeof(Extent);

std::array<Extent, part_count> read_header(std::span<const std::byte> bytes) {
  if (reinterpret_cast<std::uintptr_t>(bytes.data()) % alignof(std::uint32_t) != 0) {
    reject("the bytes are not aligned to four");
  }
  if (bytes.size() < header_size) {
    reject("too short for a header: " + std::to_string(bytes.size()) + " bytes");
  }
  if (std::memcmp(bytes.data(), model_magic.data(), model_magic.size()) != 0) {
    reject("does not begin with " + std::string(model_magic));
  }
  std::uint32_t version = 0;
  std::memcpy(&version, bytes.data() + model_magic.size(), sizeof version);
  if (version != model_version) {
    reject("version " + std::to_string(version) + ", expected " + std::to_string(model_version));
  }
  std::array<Extent, part_count> extents{};
  std::memcpy(extents.data(), bytes.data() + model_magic.size() + sizeof version, sizeof extents);
  return extents;
}

template <typename Element>
std::span<const Element> read_part(std::span<const std::byte> bytes, const Extent& extent, std::size_t part) {
  if (extent.offset > bytes.size() || extent.size > bytes.size() - extent.offset) {
    reject("part " + std::to_string(part) + " reaches past the end");
  }
  if (extent.offset % alignof(std::uint32_t) != 0 || extent.size % sizeof(Element) != 0) {
    reject("part " + std::to_string(part) + " is misaligned or cut");
  }
  return {reinterpret_cast<const Element*>(bytes.data() + extent.offset), extent.size / sizeof(Element)};
}

/// Tables are searched by probing, which ends only at an empty slot.
template <typename Entry>
void check_table(std::span<const Entry> table, std::uint32_t Entry::*key, const char* what) {
  if (table.empty()) {
    return;
  }
  const auto empty = [key](const Entry& entry) { return entry.*key == 0; };
  if (!std::has_single_bit(table.size()) || std::none_of(table.begin(), table.end(), empty)) {
    reject(std::string("the table of ") + what + " is no power of two or full");
  }
}

template <typename Entry>
const Entry* find_entry(std::span<const Entry> table, std::uint32_t Entry::*key, std::uint32_t wanted) {
  if (table.empty() || wanted == 0) {
    return nullptr;
  }
  const std::size_t mask = table.size() - 1;
  for (std::size_t slot = wanted & mask; table[slot].*key != 0; slot = (slot + 1) & mask) {
    if (table[slot].*key == wanted) {
      return &table[slot];
    }
  }
  return nullptr;
}

}  // namespace

LinearModel::LinearModel(std::span<const std::uint32_t> offsets, std::span<const std::uint16_t> units,
                         std::size_t classes)
    : offsets_(offsets), units_(units), classes_(classes) {
  if (offsets.empty() && units.empty()) {
    return;
  }
  if (offsets.size() < 2 || !std::has_single_bit(offsets.size() - 1) || offsets.front() != 0 ||
      offsets.back() != units.size() || !std::is_sorted(offsets.begin(), offsets.end())) {
    reject("the buckets of a classifier are malformed");
  }
  check_units();
}

void LinearModel::check_units() const {
  for (std::size_t bucket = 0; bucket + 1 < offsets_.size(); ++bucket) {
    std::size_t at = offsets_[bucket];
    const std::size_t end = offsets_[bucket + 1];
    while (at < end) {
      const std::size_t count = units_[at++] & ((1U << count_bits) - 1);
      if (count > end - at) {
        reject("a feature reaches past its bucket");
      }
      for (const std::size_t stop = at + count; at < stop; ++at) {
        if (units_[at] >> 8 >= classes_) {
          reject("a weight for a class that does not exist");
        }
      }
    }
  }
}

std::uint16_t LinearModel::head_unit(std::uint32_t number, std::size_t count) {
  return static_cast<std::uint16_t>((number >> (32 - check_bits) << count_bits) | count);
}

std::uint16_t LinearModel::weight_unit(std::size_t label, int value) {
  return static_cast<std::uint16_t>(label << 8 | static_cast<std::uint8_t>(value));
}

void LinearModel::add_scores(std::span<const std::uint32_t> features, std::span<std::int32_t> scores) const {
  if (offsets_.empty()) {
    return;
  }
  const std::size_t mask = offsets_.size() - 2;
  // Most of the time goes into waiting for memory, so everything is asked for before anything is read.
  for (const std::uint32_t number : features) {
    __builtin_prefetch(&offsets_[number & mask]);
  }
  for (const std::uint32_t number : features) {
    __builtin_prefetch(units_.data() + offsets_[number & mask]);
  }
  for (const std::uint32_t number : features) {
    add_feature(number, number & mask, scores);
  }
}

void LinearModel::add_feature(std::uint32_t number, std::size_t bucket, std::span<std::int32_t> scores) const {
  const std::uint32_t end = offsets_[bucket + 1];
  for (std::uint32_t at = offsets_[bucket]; at < end;) {
    const std::uint16_t head = units_[at++];
    const std::uint32_t stop = at + (head & ((1U << count_bits) - 1));
    if (head >> count_bits != number >> (32 - check_bits)) {
      at = stop;
      continue;
    }
    for (; at < stop; ++at) {
      const int value = static_cast<std::int8_t>(units_[at] & 0xFF);
      scores[units_[at] >> 8] += value < 0 ? -value * value : value * value;
    }
    return;
  }
}

std::uint32_t LemmaRule::number(Tag tag, std::string_view ending, bool whole) {
  const std::uint32_t key = feature(whole ? 1 : 0, tag.upos, tag.xpos, hash_text(ending));
  return key == 0 ? 1 : key;
}

Weights::Weights(std::span<const std::byte> bytes) {
  const auto extents = read_header(bytes);
  const auto part = [&]<typename Element>(Part wanted, Element) {
    const auto index = static_cast<std::size_t>(wanted);
    return read_part<Element>(bytes, extents[index], index);
  };
  tag_classes_ = part(Part::tag_classes, Tag{});
  words_ = part(Part::words, WordEntry{});
  lemma_rules_ = part(Part::lemma_rules, LemmaRule{});
  if (tag_classes_.empty() || tag_classes_.size() > 253 ||
      std::any_of(tag_classes_.begin(), tag_classes_.end(), [](const Tag& tag) {
        return static_cast<std::size_t>(tag.upos) >= upos_names.size() ||
               static_cast<std::size_t>(tag.xpos) >= xpos_names.size();
      })) {
    reject("the list of tags is malformed");
  }
  check_table(words_, &WordEntry::word, "words");
  check_table(lemma_rules_, &LemmaRule::key, "lemma rules");
  for (const WordEntry& entry : words_) {
    if (entry.knowledge >= tag_classes_.size() + 2) {
      reject("a word has a tag that does not exist");
    }
  }
  for (const LemmaRule& rule : lemma_rules_) {
    if (rule.length > sizeof rule.ending) {
      reject("a lemma rule has too long an ending");
    }
  }
  const auto classifier = [&](Part offsets, Part units, std::size_t classes) {
    return LinearModel(part(offsets, std::uint32_t{}), part(units, std::uint16_t{}), classes);
  };
  tagger_ = classifier(Part::tagger_offsets, Part::tagger_units, tag_classes_.size());
  moves_ = classifier(Part::move_offsets, Part::move_units, 3);
  relations_ = classifier(Part::relation_offsets, Part::relation_units, deprel_names.size());
}

WordEntry Weights::word(std::uint32_t hash) const {
  const WordEntry* found = find_entry(words_, &WordEntry::word, hash);
  return found == nullptr ? WordEntry{} : *found;
}

const LemmaRule* Weights::lemma_rule(std::uint32_t key) const {
  return find_entry(lemma_rules_, &LemmaRule::key, key);
}

const Weights& embedded_weights() {
  static const Weights weights(std::span<const std::byte>(entente_english_model, entente_english_model_end));
  return weights;
}

}  // namespace entente::prose
