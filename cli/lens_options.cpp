#include "lens_options.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "name_lookup.hpp"

namespace entente::cli {
namespace {

// The values whose names are in a list separated by commas.
template <class Value, std::size_t count>
void take_values(std::vector<Value>& values, std::string_view kind, const std::string& list,
                 const std::array<Value, count>& all) {
  std::array<std::string_view, count> names;
  std::transform(all.begin(), all.end(), names.begin(), [](Value value) { return name(value); });
  for (const std::string& word : split_at_commas(list)) values.push_back(all[choose(kind, word, names)]);
}

auto appending_to(std::vector<std::string>& texts) {
  return [&texts](const std::string& text) { texts.push_back(text); };
}

// What is in the world of any of the speakers.
std::vector<RelationId> believed(const KnowledgeGraph& graph, const std::vector<EntityId>& speakers,
                                 const WorldOptions& options) {
  std::set<RelationId> relations;
  for (EntityId speaker : speakers) {
    for (const Belief& belief : world_of(graph, speaker, options).beliefs) relations.insert(belief.relation);
  }
  return {relations.begin(), relations.end()};
}

}  // namespace

void add_measure_option(Options& options, CentralityMeasure& measure, const std::string& prefix,
                        const std::string& option) {
  std::vector<std::string_view> names;
  for (const CentralityMeasure one : all_centrality_measures()) names.push_back(name(one));
  std::string help = prefix + std::string(names.front()) + " (default)";
  for (std::size_t i = 1; i < names.size(); ++i) help.append(i + 1 < names.size() ? ", " : " or ").append(names[i]);
  options.list(option, "MEASURE", help, [&measure, names](const std::string& word) {
    measure = all_centrality_measures()[choose("measure", word, names)];
  });
}

LensOptions::LensOptions(Options& options, Ranking ranking) {
  options.heading("Lens: what to look at (lists: repeat the option, or separate by commas)");
  add_kinds(options);
  add_circumstances(options);
  add_worlds(options);
  add_surroundings(options);
  if (ranking == Ranking::left_out) return;
  options.number("--top", top_, 1, "N", "Only the N most central entities of all that");
  add_measure_option(options, measure_, "Central by ", ranking == Ranking::in_lens ? "--by" : "--top-by");
}

void LensOptions::add_kinds(Options& options) {
  options.list("--type", "TYPE,...", "Only entities of these types",
               [this](const std::string& list) { take_values(lens_.types, "type", list, all_entity_types()); });
  options.list("--predicate", "NAME,...", "Only relations with these predicates",
               [this](const std::string& list) { take_values(lens_.predicates, "predicate", list, all_predicates()); });
  options.list("--modality", "MOOD,...", "Only actual, planned, proposed, demanded or hypothetical ones",
               [this](const std::string& list) { take_values(lens_.modalities, "modality", list, all_modalities()); });
  options.list("--polarity", "POLARITY", "Only positive or only negative ones", [this](const std::string& word) {
    static constexpr std::array values = {Polarity::positive, Polarity::negative};
    static const std::array<std::string_view, 2> names = {name(values[0]), name(values[1])};
    lens_.polarity = values[choose("polarity", word, names)];
  });
}

void LensOptions::add_circumstances(Options& options) {
  options.list("--source", "NAME,...", "Only what these say", appending_to(sources_));
  options.flag("--authors-voice", lens_.authors_voice, "Only what the authors say themselves (or what --source says)");
  options.list("--since", "DATE", "Only what happens on that date or later (YYYY[-MM[-DD]])",
               [this](const std::string& text) { set_end(since_, "--since", text); });
  options.list("--until", "DATE", "Only what happens on that date or before",
               [this](const std::string& text) { set_end(until_, "--until", text); });
  options.list("--document", "NAME,...", "Only what stands in these documents", appending_to(documents_));
  options.fraction("--min-confidence", lens_.min_confidence, "NUMBER", "Only relations at least that certain (0 to 1)");
}

void LensOptions::add_worlds(Options& options) {
  options.list("--according-to", "NAME,...", "Only what these say, hold or want, or who speaks for them",
               appending_to(speakers_));
  options.text("--as-told-by", teller_, "NAME", "What they hold and want as this one says, not the author");
  options.flag("--in-person", in_person_, "Without those who speak for them");
}

void LensOptions::add_surroundings(Options& options) {
  options.list("--around", "NAME,...", "Only what is near these, of what the others leave", appending_to(centers_));
  options.number("--depth", depth_, 0, "N", "How many steps are near (default 1)");
}

void LensOptions::set_end(std::optional<Date>& end, const std::string& option, const std::string& text) {
  end = Date::parse(text);
  if (!end) throw UsageError(option + " needs a date like 2022, 2022-02 or 2022-02-24, not \"" + text + "\"");
  if (since_ && until_ && since_->first_day_number() > until_->last_day_number()) {
    throw UsageError("--since " + since_->to_string() + " is after --until " + until_->to_string());
  }
  lens_.during = DateInterval(since_, until_);
}

std::vector<EntityId> LensOptions::speakers(const KnowledgeGraph& graph) const {
  std::vector<EntityId> speakers;
  for (const std::string& names : speakers_) {
    const auto found = entities_named(graph, names);
    speakers.insert(speakers.end(), found.begin(), found.end());
  }
  return speakers;
}

WorldOptions LensOptions::world_options(const KnowledgeGraph& graph) const {
  WorldOptions options{in_person_, {}};
  if (!teller_.empty()) options.told_by = entity_named(graph, teller_);
  return options;
}

void LensOptions::prefer_facts() {
  if (lens_.modalities.empty()) lens_.modalities = {Modality::actual};
}

GraphView LensOptions::apply(const KnowledgeGraph& graph) const {
  if (speakers_.empty() && !means_all_speakers_ && (in_person_ || !teller_.empty())) {
    throw UsageError(std::string(in_person_ ? "--in-person" : "--as-told-by") +
                     " tells how to see a world: name a speaker with --according-to");
  }
  Lens lens = lens_;
  for (const std::string& names : sources_) {
    const auto found = entities_named(graph, names);
    lens.sources.insert(lens.sources.end(), found.begin(), found.end());
  }
  for (const std::string& names : documents_) {
    const auto found = documents_named(graph, names);
    lens.documents.insert(lens.documents.end(), found.begin(), found.end());
  }
  for (const std::string& names : centers_) {
    for (EntityId center : entities_named(graph, names)) {
      lens.around.push_back({center, static_cast<unsigned>(std::min<std::size_t>(depth_, graph.entity_count()))});
    }
  }
  if (!speakers_.empty()) lens.among = believed(graph, speakers(graph), world_options(graph));
  GraphView view(graph, lens);
  if (top_ == 0) return view;
  std::vector<EntityId> central;
  for (const Ranked& ranked : top(view, centrality(view, measure_), top_)) central.push_back(ranked.entity);
  return view.restricted_to(central);
}

}  // namespace entente::cli
