// entente worlds: who speaks in the documents, and on what.
#include <entente/worlds.hpp>

#include <algorithm>
#include <set>

#include "commands.hpp"
#include "inputs.hpp"
#include "lens_options.hpp"
#include "name_lookup.hpp"
#include "output.hpp"

namespace entente::cli {
namespace {

std::size_t count_of(const World& world, Standing standing) {
  return static_cast<std::size_t>(
      std::count_if(world.beliefs.begin(), world.beliefs.end(),
                    [standing](const Belief& belief) { return belief.standing == standing; }));
}

std::string names_of(const KnowledgeGraph& graph, const std::vector<EntityId>& entities) {
  std::vector<std::string> names;
  for (EntityId id : entities) names.push_back(display_name(graph.entity(id)));
  return joined(names);
}

// Those other than the speaker from whom something in the world comes.
std::string spokesmen(const KnowledgeGraph& graph, const World& world) {
  std::set<EntityId> voices;
  for (const Belief& belief : world.beliefs) voices.insert(belief.voice);
  voices.erase(world.speaker);
  return names_of(graph, {voices.begin(), voices.end()});
}

Table in_rows(const KnowledgeGraph& graph, const std::vector<World>& worlds) {
  Table table{{{"speaker"},
               {"type"},
               {"statements"},
               {"says"},
               {"holds"},
               {"wants"},
               {"denies"},
               {"through"},
               {"about"},
               {"id", true}},
              {}};
  for (const World& world : worlds) {
    constexpr std::size_t topic_count = 3;
    const Entity& speaker = graph.entity(world.speaker);
    const auto denied = std::count_if(world.beliefs.begin(), world.beliefs.end(), [&](const Belief& belief) {
      return graph.relation(belief.relation).polarity == Polarity::negative;
    });
    table.rows.push_back({speaker.name, std::string(name(speaker.type)), world.beliefs.size(),
                          count_of(world, Standing::said), count_of(world, Standing::held),
                          count_of(world, Standing::wanted), static_cast<std::size_t>(denied), spokesmen(graph, world),
                          names_of(graph, topics(graph, world, topic_count)), speaker.key});
  }
  return table;
}

}  // namespace

ExitCode worlds(const Arguments& arguments) {
  Options options(
      "worlds", "INPUT...",
      "Lists who speaks in the documents: how much they say, hold and want, how much of that they deny, on what, "
      "and who speaks for them.");
  Inputs inputs(options);
  LensOptions lens(options);
  lens.mean_all_speakers();
  ReportOutput output(options);
  if (!options.parse(arguments)) return ExitCode::done;
  inputs.take_names(0);

  const KnowledgeGraph graph = inputs.read();
  const Table table = in_rows(graph, entente::worlds(lens.apply(graph), lens.world_options(graph)));
  output.write(report_of(table));
  return inputs.exit_code();
}

}  // namespace entente::cli
