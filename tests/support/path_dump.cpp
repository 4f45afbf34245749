// Asks for paths in a graph of dated events and writes the answers, one JSON object a line, for networkx_paths.py:
//
//     path_dump FILE...
//
// Each line of a file holds the numbers of subject, kind, object and day (columns parted by tabs).
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <entente/graph_builder.hpp>
#include <entente/paths.hpp>

#include "graph/support/random_graph.hpp"

using namespace entente;

namespace {

struct Event {
  std::size_t subject = 0;
  std::size_t kind = 0;
  std::size_t object = 0;
  long day = 0;
};

std::vector<Event> read_events(int count, char** files) {
  std::vector<Event> events;
  for (int i = 0; i < count; ++i) {
    std::ifstream file(files[i]);
    for (std::string line; std::getline(file, line);) {
      Event event;
      std::istringstream(line) >> event.subject >> event.kind >> event.object >> event.day;
      events.push_back(event);
    }
  }
  return events;
}

/// How sure an event is, so that networkx can be told the same.
double confidence(const Event& event) {
  return 1.0 - static_cast<double>(event.kind % 10) / 20.0;
}

KnowledgeGraph graph_of(const std::vector<Event>& events, std::size_t actors) {
  GraphBuilder builder;
  for (std::size_t i = 0; i < actors; ++i)
    builder.add(Entity{.key = std::to_string(i), .type = EntityType::state, .name = "State"});
  for (const Event& event : events)
    builder.add(Relation{.subject = EntityId(event.subject),
                         .predicate = Predicate::supports,
                         .object = EntityId(event.object),
                         .date = DateInterval(Date::from_day_number(event.day)),
                         .confidence = confidence(event)});
  return std::move(builder).build();
}

std::string number(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.17g", value);
  return std::isfinite(value) ? text : "null";
}

template <class Values, class Write>
std::string list(const Values& values, Write write) {
  std::string text;
  for (const auto& value : values) text += (text.empty() ? "" : ",") + write(value);
  return "[" + text + "]";
}

std::string costs(const GraphView& view, const std::vector<Path>& paths, StepCost by) {
  return list(paths, [&](const Path& path) { return number(path_cost(view, path, by)); });
}

}  // namespace

int main(int count, char** arguments) {
  const std::vector<Event> events = read_events(count - 1, arguments + 1);
  std::size_t actors = 0;
  for (const Event& event : events) actors = std::max({actors, event.subject + 1, event.object + 1});
  const GraphView view = graph_of(events, actors);
  testing::Dice dice(14);
  for (int i = 0; i < 12; ++i) {
    const std::size_t from = events[dice.roll(events.size())].subject;
    const std::size_t to = events[dice.roll(events.size())].object;
    const EntityId a(from);
    const EntityId b(to);
    std::string line = "{\"from\":" + std::to_string(from) + ",\"to\":" + std::to_string(to);
    for (const auto& [key, direction] : {std::pair("directed", Direction::directed), {"either", Direction::either}}) {
      PathRules rules{.direction = direction, .by = StepCost::confidence};
      line += std::string(",\"") + key + "\":{";
      line += "\"hops\":" + costs(view, shortest_paths(view, a, b, 4, direction), StepCost::hops);
      line += ",\"surest\":" + costs(view, shortest_paths(view, a, b, 4, rules), StepCost::confidence);
      rules = {.direction = direction, .in_time = true};
      line += ",\"in_time\":" + costs(view, shortest_paths(view, a, b, 1, rules), StepCost::hops);
      const auto widest = widest_path(view, a, b, direction);
      line += ",\"weakest\":";
      double weakest = 2.0;
      for (const Step& step : widest ? widest->steps : std::vector<Step>{})
        weakest = std::min(weakest, view.graph().relation(step.relation).confidence);
      line += number(weakest);
      if (i < 2) line += ",\"distances\":" + list(distances_from(view, a, StepCost::confidence, direction), number);
      line += "}";
    }
    std::puts((line + "}").c_str());
  }
}
