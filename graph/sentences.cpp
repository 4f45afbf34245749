// Quotations are put into groups document by document: first those with a span, in one sweep over the text, then the
// others, longest first, each into the only group that has its words.
#include <entente/sentences.hpp>

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <span>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace entente {

namespace {

using Words = std::vector<std::string>;

struct Quotation {
  RelationId relation;
  const QuoteView* evidence;
};

/// Letters and digits without what is between them, small ones for capital ones of ASCII.
Words words_of(std::string_view text) {
  Words words;
  bool within = false;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool is_capital = c >= 'A' && c <= 'Z';
    const bool belongs = is_capital || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || byte >= 0x80;
    if (belongs && !within) words.emplace_back();
    if (belongs) words.back() += is_capital ? static_cast<char>(c - 'A' + 'a') : c;
    within = belongs;
  }
  return words;
}

/// The groups of one document, and where words stand in them.
class Groups {
 public:
  /// Adds a quotation to a group of its own.
  std::size_t open(const Quotation& quotation) {
    groups_.push_back({quotation});
    return groups_.size() - 1;
  }
  void join(std::size_t group, const Quotation& quotation) { groups_[group].push_back(quotation); }

  /// Lets shorter quotations be found in this text of the group.
  void index(std::size_t group, Words words) {
    const std::size_t text = texts_.size();
    for (const std::size_t length : {std::size_t{1}, run_length}) {
      for (const std::string& run : runs_of(words, length)) places_[run].push_back(text);
    }
    texts_.push_back({group, std::move(words)});
  }

  /// The groups in which these words stand one after the other.
  [[nodiscard]] std::set<std::size_t> containing(const Words& words) const {
    std::set<std::size_t> found;
    const std::vector<std::size_t>* candidates = nullptr;
    for (const std::string& run : runs_of(words, words.size() < run_length ? 1 : run_length)) {
      const auto place = places_.find(run);
      if (place == places_.end()) return found;
      if (candidates == nullptr || place->second.size() < candidates->size()) candidates = &place->second;
    }
    if (candidates == nullptr) return found;
    for (const std::size_t text : *candidates) {
      const auto& [group, longer] = texts_[text];
      if (std::search(longer.begin(), longer.end(), words.begin(), words.end()) != longer.end()) found.insert(group);
    }
    return found;
  }

  [[nodiscard]] const std::vector<std::vector<Quotation>>& all() const { return groups_; }

 private:
  static constexpr std::size_t run_length = 4;  // rarer than single words, and most quotations are longer

  /// All that many words in a row, each run once.
  static std::set<std::string> runs_of(const Words& words, std::size_t length) {
    std::set<std::string> runs;
    for (std::size_t i = 0; i + length <= words.size(); ++i) {
      std::string run = words[i];
      for (std::size_t j = 1; j < length; ++j) run.append(" ").append(words[i + j]);
      runs.insert(std::move(run));
    }
    return runs;
  }

  std::vector<std::vector<Quotation>> groups_;
  std::vector<std::pair<std::size_t, Words>> texts_;
  std::unordered_map<std::string, std::vector<std::size_t>> places_;
};

void group_by_span(Groups& groups, std::vector<Quotation> quotations) {
  std::stable_sort(quotations.begin(), quotations.end(), [](const Quotation& a, const Quotation& b) {
    return std::pair(a.evidence->span->begin, b.evidence->span->end) <
           std::pair(b.evidence->span->begin, a.evidence->span->end);
  });
  std::size_t group = 0;
  std::uint32_t end = 0;
  std::set<std::string_view> texts;
  for (const Quotation& quotation : quotations) {
    const Span span = *quotation.evidence->span;
    const bool overlaps = span.begin < end;
    if (overlaps) {
      groups.join(group, quotation);
    } else {
      group = groups.open(quotation);
      texts.clear();
    }
    end = overlaps ? std::max(end, span.end) : span.end;
    if (texts.insert(quotation.evidence->text).second) groups.index(group, words_of(quotation.evidence->text));
  }
}

void group_by_words(Groups& groups, const std::vector<Quotation>& quotations) {
  std::map<Words, std::vector<Quotation>> by_words;
  for (const Quotation& quotation : quotations) by_words[words_of(quotation.evidence->text)].push_back(quotation);
  std::vector<const std::pair<const Words, std::vector<Quotation>>*> longest_first;
  for (const auto& entry : by_words) longest_first.push_back(&entry);
  std::stable_sort(longest_first.begin(), longest_first.end(),
                   [](const auto* a, const auto* b) { return a->first.size() > b->first.size(); });
  for (const auto* entry : longest_first) {
    const std::set<std::size_t> within = groups.containing(entry->first);
    const std::span<const Quotation> same = entry->second;
    const std::size_t group = within.size() == 1 ? *within.begin() : groups.open(same.front());
    for (const Quotation& quotation : same.subspan(within.size() == 1 ? 0 : 1)) groups.join(group, quotation);
    if (within.empty()) groups.index(group, entry->first);
  }
}

Sentence sentence_of(const std::vector<Quotation>& group) {
  Sentence sentence{group.front().evidence->document, {}, {}};
  for (const auto& [relation, evidence] : group) {
    if (evidence->text.size() > sentence.text.size()) sentence.text = evidence->text;
    sentence.relations.push_back(relation);
  }
  std::sort(sentence.relations.begin(), sentence.relations.end());
  sentence.relations.erase(std::unique(sentence.relations.begin(), sentence.relations.end()), sentence.relations.end());
  return sentence;
}

void add_sentences(std::vector<Sentence>& sentences, const std::vector<Quotation>& quotations) {
  std::vector<Quotation> placed;
  std::vector<Quotation> unplaced;
  for (const Quotation& quotation : quotations) (quotation.evidence->span ? placed : unplaced).push_back(quotation);
  Groups groups;
  group_by_span(groups, std::move(placed));
  group_by_words(groups, unplaced);
  for (const std::vector<Quotation>& group : groups.all()) sentences.push_back(sentence_of(group));
}

}  // namespace

Sentences sentences_of(const KnowledgeGraph& graph) {
  std::map<std::optional<DocumentId>, std::vector<Quotation>> quotations;
  Sentences sentences{{}, std::vector<std::vector<std::size_t>>(graph.relation_count())};
  for (std::size_t i = 0; i < graph.relation_count(); ++i) {
    const EvidenceView evidence = graph.relation(RelationId(i)).evidence;
    if (evidence.empty()) sentences.all.push_back({{}, {}, {RelationId(i)}});
    for (const QuoteView& quote : evidence) quotations[quote.document].push_back({RelationId(i), &quote});
  }
  for (const auto& [document, quoted] : quotations) add_sentences(sentences.all, quoted);
  std::stable_sort(sentences.all.begin(), sentences.all.end(),
                   [](const Sentence& a, const Sentence& b) { return a.relations.front() < b.relations.front(); });
  for (std::size_t i = 0; i < sentences.all.size(); ++i) {
    for (const RelationId relation : sentences.all[i].relations) sentences.of[relation.index()].push_back(i);
  }
  return sentences;
}

std::size_t independent_documents(const KnowledgeGraph& graph, RelationId id) {
  // Documents are joined by the words that they share; what is counted are the groups.
  const EvidenceView evidence = graph.relation(id).evidence;
  std::vector<std::size_t> leader(evidence.size());
  std::iota(leader.begin(), leader.end(), 0U);
  const auto find = [&](std::size_t i) {
    while (leader[i] != i) i = leader[i];
    return i;
  };
  std::map<std::optional<DocumentId>, std::size_t> by_document;
  std::map<Words, std::size_t> by_words;
  for (std::size_t i = 0; i < evidence.size(); ++i) {
    leader[find(by_document.try_emplace(evidence[i].document, i).first->second)] = find(i);
    Words words = words_of(evidence[i].text);
    if (!words.empty()) leader[find(by_words.try_emplace(std::move(words), i).first->second)] = find(i);
  }
  std::size_t count = 0;
  for (std::size_t i = 0; i < evidence.size(); ++i) count += leader[i] == i ? 1U : 0U;
  return count;
}

}  // namespace entente
