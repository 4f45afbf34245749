// Joins records in passes, the surest reason first. A pass puts the records into buckets, one for each key, identifier
// or name, and joins a whole bucket or none of it: what fits two that cannot be one decides nothing.
#include "entity_joining.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include <entente/names.hpp>

#include "key_register.hpp"
#include "proper_names.hpp"

namespace entente {
namespace {

// What is known of the records that were joined so far.
struct Group {
  std::set<std::size_t> graphs;
  std::map<std::string, std::string> identifiers;
  std::set<std::string> numbers;  // in the names of texts and events
};

bool is_text_or_event(EntityType type) {
  return type == EntityType::agreement || type == EntityType::proposal || type == EntityType::provision ||
         type == EntityType::event;
}

// Adds `from` to `into`; false (and a half-done `into`) if they contradict each other.
bool absorb(Group& into, const Group& from) {
  for (std::size_t graph : from.graphs) {
    if (!into.graphs.insert(graph).second) return false;
  }
  for (const auto& [register_name, code] : from.identifiers) {
    if (into.identifiers.try_emplace(register_name, code).first->second != code) return false;
  }
  if (into.numbers.empty()) into.numbers = from.numbers;
  return from.numbers.empty() || into.numbers == from.numbers;
}

// Union-find over the records, with what is known of each group.
class Groups {
 public:
  explicit Groups(std::span<const EntityRecord> records) : first_(records.size()) {
    std::iota(first_.begin(), first_.end(), std::size_t{0});
    groups_.reserve(records.size());
    for (const EntityRecord& record : records) {
      const Entity& entity = *record.entity;
      groups_.push_back({{record.graph}, entity.identifiers, {}});
      if (is_text_or_event(entity.type)) groups_.back().numbers = numbers_in(entity.name);
    }
  }

  std::size_t first_of(std::size_t record) {
    while (first_[record] != record) record = first_[record] = first_[first_[record]];
    return record;
  }

  // The groups of the records, each once, named by their first records in ascending order.
  std::vector<std::size_t> groups_of(const std::vector<std::size_t>& records) {
    std::vector<std::size_t> firsts;
    for (std::size_t record : records) firsts.push_back(first_of(record));
    std::sort(firsts.begin(), firsts.end());
    firsts.erase(std::unique(firsts.begin(), firsts.end()), firsts.end());
    return firsts;
  }

  // Joins all of them, or none if two of them cannot be one.
  void join(const std::vector<std::size_t>& records) {
    const auto firsts = groups_of(records);
    if (firsts.size() < 2) return;
    Group joined = groups_[firsts.front()];
    for (std::size_t i = 1; i < firsts.size(); ++i) {
      if (!absorb(joined, groups_[firsts[i]])) return;
    }
    for (std::size_t first : firsts) {
      first_[first] = firsts.front();
      groups_[first] = {};
    }
    groups_[firsts.front()] = std::move(joined);
  }

 private:
  std::vector<std::size_t> first_;
  std::vector<Group> groups_;
};

// Records by what they have in common.
template <class Reason>
using Buckets = std::map<Reason, std::vector<std::size_t>>;

template <class Reason>
void join_all(Groups& groups, const Buckets<Reason>& buckets) {
  for (const auto& [reason, records] : buckets) groups.join(records);
}

// Whether a key is what the builder makes of the name: "summit" or "summit-2" of "the summit".
bool is_made_from_name(const Entity& entity) {
  const std::string stem = key_from(entity.name, name(entity.type));
  if (!entity.key.starts_with(stem)) return false;
  const std::string_view suffix = std::string_view(entity.key).substr(stem.size());
  return suffix.empty() ||
         (suffix.size() > 1 && suffix[0] == '-' && suffix.find_first_not_of("0123456789", 1) == std::string_view::npos);
}

// A key that somebody chose says something. One that was only made from the name says no more than the name: the
// records must be of one document as well, or of none.
void join_by_key(Groups& groups, std::span<const EntityRecord> records) {
  constexpr auto any_document = static_cast<std::size_t>(-1);
  Buckets<std::tuple<EntityType, std::string_view, std::string, std::size_t>> buckets;
  for (std::size_t i = 0; i < records.size(); ++i) {
    const Entity& entity = *records[i].entity;
    const std::string folded = fold_name(entity.name);
    if (records[i].documents.empty() || !is_made_from_name(entity)) {
      buckets[{entity.type, entity.key, folded, any_document}].push_back(i);
    } else {
      for (std::size_t document : records[i].documents)
        buckets[{entity.type, entity.key, folded, document}].push_back(i);
    }
  }
  join_all(groups, buckets);
}

void join_by_identifier(Groups& groups, std::span<const EntityRecord> records) {
  Buckets<std::tuple<EntityType, std::string_view, std::string_view>> buckets;
  for (std::size_t i = 0; i < records.size(); ++i) {
    const Entity& entity = *records[i].entity;
    for (const auto& [register_name, code] : entity.identifiers) {
      buckets[{entity.type, register_name, code}].push_back(i);
    }
  }
  join_all(groups, buckets);
}

bool has_one_word(std::string_view folded) {
  return folded.find(' ') == std::string_view::npos;
}

// Whether a canonical name decides who is meant. Proposals, provisions and events are known by descriptions; only a
// year makes one of these a name. A person's single name is left to `join_by_last_name`.
bool canonical_name_decides(const Entity& entity) {
  switch (entity.type) {
    case EntityType::proposal:
    case EntityType::provision:
    case EntityType::event:
      return is_proper_name(entity.name) && holds_year(entity.name);
    case EntityType::person:
      return is_proper_name(entity.name) && !has_one_word(fold_name(entity.name));
    default:
      return is_proper_name(entity.name);
  }
}

bool alias_decides(const Entity& entity, const std::string& alias) {
  switch (entity.type) {
    case EntityType::proposal:
    case EntityType::provision:
    case EntityType::event:
      return false;
    case EntityType::person:
      return is_proper_name(alias) && !has_one_word(fold_name(alias));
    default:
      return is_proper_name(alias);
  }
}

using NameBuckets = Buckets<std::pair<EntityType, std::string>>;

void join_by_name(Groups& groups, std::span<const EntityRecord> records) {
  NameBuckets buckets;
  for (std::size_t i = 0; i < records.size(); ++i) {
    const Entity& entity = *records[i].entity;
    if (canonical_name_decides(entity)) buckets[{entity.type, fold_name(entity.name)}].push_back(i);
  }
  join_all(groups, buckets);
  for (std::size_t i = 0; i < records.size(); ++i) {
    const Entity& entity = *records[i].entity;
    for (const std::string& alias : entity.aliases) {
      if (alias_decides(entity, alias)) buckets[{entity.type, fold_name(alias)}].push_back(i);
    }
  }
  join_all(groups, buckets);
}

// The words by which a person with a longer name may be called alone: the last of each name, and aliases of one word.
std::set<std::string> short_names_of(const Entity& person) {
  std::set<std::string> short_names;
  const auto take = [&](const std::string& name) {
    const std::string folded = fold_name(name);
    if (!folded.empty()) short_names.emplace(words_of(folded).back());
  };
  take(person.name);
  std::for_each(person.aliases.begin(), person.aliases.end(), take);
  return short_names;
}

// A person known by one word joins the only one, in all graphs, whose longer name it could be the short form of.
void join_by_last_name(Groups& groups, std::span<const EntityRecord> records) {
  Buckets<std::string> with_one_word;
  Buckets<std::string> with_longer_name;
  for (std::size_t i = 0; i < records.size(); ++i) {
    const Entity& entity = *records[i].entity;
    if (entity.type != EntityType::person || !is_proper_name(entity.name)) continue;
    if (const std::string folded = fold_name(entity.name); has_one_word(folded)) {
      with_one_word[folded].push_back(i);
    } else {
      for (const std::string& short_name : short_names_of(entity)) with_longer_name[short_name].push_back(i);
    }
  }
  for (auto& [word, alone] : with_one_word) {
    const auto& longer = with_longer_name[word];
    if (groups.groups_of(longer).size() > 1) continue;
    alone.insert(alone.end(), longer.begin(), longer.end());
    groups.join(alone);
  }
}

}  // namespace

std::vector<std::size_t> same_entities(std::span<const EntityRecord> records) {
  Groups groups(records);
  join_by_key(groups, records);
  join_by_identifier(groups, records);
  join_by_name(groups, records);
  join_by_last_name(groups, records);
  std::vector<std::size_t> first(records.size());
  for (std::size_t i = 0; i < first.size(); ++i) first[i] = groups.first_of(i);
  return first;
}

}  // namespace entente
