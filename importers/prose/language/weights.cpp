#include "prose/language/weights.hpp"

#include "prose/language/entropy_decoder.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <stdexcept>
#include <string>
#include <utility>

extern "C" {
extern const std::byte entente_english_model[];
extern const std::byte entente_english_model_end[];
}

namespace entente::prose {

namespace {

static_assert(std::endian::native == std::endian::little, "models are little-endian");

/// The most features of a classifier and words of a model, so that a few bytes cannot ask for all the memory.
constexpr std::uint32_t most_features = 1U << 22;
constexpr std::uint32_t most_words = 1U << 22;
constexpr std::uint32_t most_units = 1U << 25;
constexpr unsigned most_bucket_bits = 22;

[[noreturn]] void reject(const std::string& reason) {
  throw std::runtime_error("language model: " + reason);
}

/// The entries as a table to be searched by probing from the low bits of `key`, in which slots are empty with key 0.
template <typename Entry>
std::vector<Entry> make_table(const std::vector<Entry>& entries, std::uint32_t Entry::*key) {
  const std::size_t size = std::bit_ceil(std::max<std::size_t>(16, entries.size() + entries.size() / 3));
  std::vector<Entry> table(size);
  for (const Entry& entry : entries) {
    std::size_t slot = entry.*key & (size - 1);
    while (table[slot].*key != 0) {
      slot = (slot + 1) & (size - 1);
    }
    table[slot] = entry;
  }
  return table;
}

std::vector<Tag> read_tags(EntropyDecoder& packed) {
  std::vector<Tag> tags(packed.bits(8));
  for (Tag& tag : tags) {
    const std::uint32_t upos = packed.bits(8);
    const std::uint32_t xpos = packed.bits(8);
    if (upos >= upos_names.size() || xpos >= xpos_names.size()) {
      reject("a tag that does not exist");
    }
    tag = {static_cast<Upos>(upos), static_cast<Xpos>(xpos)};
  }
  if (tags.empty() || tags.size() > 253) {
    reject("the list of tags is empty or too long");
  }
  return tags;
}

std::vector<WordEntry> read_words(EntropyDecoder& packed, std::size_t tags) {
  const std::uint32_t count = packed.number();
  const FrequencyTable steps = packed.table();
  const FrequencyTable clusters = packed.table();
  const FrequencyTable ambiguities = packed.table();
  const FrequencyTable knowledge = packed.table();
  if (count > most_words) {
    reject("more words than any has");
  }
  std::vector<WordEntry> words;
  for (std::uint64_t word = 0; words.size() < count;) {
    word += packed.number(steps, word_step_bits);
    WordEntry entry{.word = static_cast<std::uint32_t>(word)};
    entry.cluster = static_cast<std::uint16_t>(packed.number(clusters, 8));
    entry.ambiguity = packed.symbol(ambiguities);
    entry.knowledge = packed.symbol(knowledge);
    if (entry.word == 0 || word > 0xFFFFFFFFU || entry.knowledge >= tags + 2) {
      reject("a word is malformed");
    }
    words.push_back(entry);
  }
  return words;
}

std::vector<LemmaRule> read_lemma_rules(EntropyDecoder& packed) {
  const std::uint32_t count = packed.number();
  std::vector<LemmaRule> rules;
  while (rules.size() < count) {
    LemmaRule rule{.key = packed.number()};
    rule.strip = static_cast<std::uint8_t>(packed.bits(8));
    rule.length = static_cast<std::uint8_t>(packed.bits(8));
    if (rule.key == 0 || rule.length > sizeof rule.ending) {
      reject("a lemma rule is malformed");
    }
    std::generate_n(rule.ending, rule.length, [&] { return static_cast<char>(packed.bits(8)); });
    rules.push_back(rule);
  }
  return rules;
}

template <typename Entry>
const Entry* find_entry(const std::vector<Entry>& table, std::uint32_t Entry::*key, std::uint32_t wanted) {
  if (wanted == 0) {
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

LinearModel::LinearModel(std::vector<std::uint32_t> offsets, std::vector<std::uint16_t> units, std::size_t classes)
    : offsets_(std::move(offsets)), units_(std::move(units)), classes_(classes) {
  if (offsets_.empty() && units_.empty()) {
    return;
  }
  if (offsets_.size() < 2 || !std::has_single_bit(offsets_.size() - 1) || offsets_.front() != 0 ||
      offsets_.back() != units_.size() || !std::is_sorted(offsets_.begin(), offsets_.end())) {
    reject("the buckets of a classifier are malformed");
  }
  check_units();
}

LinearModel::LinearModel(EntropyDecoder& packed, std::size_t classes) : classes_(classes) {
  const std::uint32_t features = packed.number();
  if (features == 0) {
    return;
  }
  const std::uint32_t units = packed.number();
  const unsigned bucket_bits = packed.bits(8);
  const unsigned step_bits = packed.bits(8);
  if (features > most_features || units > most_units || bucket_bits > most_bucket_bits || step_bits > 16) {
    reject("a classifier is larger than any");
  }
  const FrequencyTable steps = packed.table();
  const FrequencyTable counts = packed.table();
  const FrequencyTable labels = packed.table();
  const FrequencyTable values = packed.table();
  const std::size_t buckets = std::size_t{1} << bucket_bits;
  offsets_.resize(buckets + 1);
  units_.reserve(units);
  std::size_t bucket = 0;
  std::uint64_t place = 0;
  for (std::uint32_t feature = 0; feature < features; ++feature) {
    place += packed.number(steps, step_bits);
    if (place >> check_bits >= buckets) {
      reject("a feature in a bucket that does not exist");
    }
    const auto unit = static_cast<std::uint32_t>(units_.size());
    for (; bucket <= place >> check_bits; ++bucket) {
      offsets_[bucket] = unit;
    }
    const std::uint8_t count = packed.symbol(counts);
    if (units - units_.size() <= count) {
      reject("a feature with more weights than there are");
    }
    units_.push_back(head_unit(static_cast<std::uint32_t>(place) << (32 - check_bits), count));
    for (std::uint8_t weight = 0; weight < count; ++weight) {
      const std::uint8_t label = packed.symbol(labels);
      units_.push_back(weight_unit(label, packed.symbol(values)));
    }
  }
  std::fill(offsets_.begin() + static_cast<std::ptrdiff_t>(bucket), offsets_.end(),
            static_cast<std::uint32_t>(units_.size()));
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

std::span<const std::byte> after_header(std::span<const std::byte> bytes, std::string_view magic, std::uint32_t version,
                                        const std::string& what) {
  const auto reject = [&](const std::string& reason) { throw std::runtime_error(what + ": " + reason); };
  std::uint32_t found = 0;
  if (bytes.size() < magic.size() + sizeof found) {
    reject("too short for a header: " + std::to_string(bytes.size()) + " bytes");
  }
  if (std::memcmp(bytes.data(), magic.data(), magic.size()) != 0) {
    reject("does not begin with " + std::string(magic));
  }
  std::memcpy(&found, bytes.data() + magic.size(), sizeof found);
  if (found != version) {
    reject("version " + std::to_string(found) + ", expected " + std::to_string(version));
  }
  return bytes.subspan(magic.size() + sizeof found);
}

Weights::Weights(std::span<const std::byte> bytes) {
  EntropyDecoder packed(after_header(bytes, model_magic, model_version, "language model"));
  tag_classes_ = read_tags(packed);
  words_ = make_table(read_words(packed, tag_classes_.size()), &WordEntry::word);
  lemma_rules_ = make_table(read_lemma_rules(packed), &LemmaRule::key);
  tagger_ = LinearModel(packed, tag_classes_.size());
  moves_ = LinearModel(packed, 3);
  relations_ = LinearModel(packed, deprel_names.size());
  packed.finish();
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
