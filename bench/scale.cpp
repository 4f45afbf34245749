// Times the way of a large graph from native JSON to answers:
//
//     bench_scale RELATIONS [FILE]
//
// Generates a graph with evidence from a fixed seed, writes it as the exporter does to FILE (a temporary one if none is
// named; one that is there is used as it is), and then reads the file, lets the parser run over it alone, imports it,
// freezes it, and asks. Seconds are those of the processor, all threads together, with those on the clock behind them.
#include <sys/resource.h>
#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <optional>
#include <random>
#include <string>
#include <utility>

#include <rapidjson/reader.h>
#include <entente/centrality.hpp>
#include <entente/components.hpp>
#include <entente/files.hpp>
#include <entente/graph_builder.hpp>
#include <entente/importer.hpp>

using namespace entente;

namespace {

constexpr std::size_t relations_each = 10;     // of an entity, on average
constexpr std::size_t relations_quoted = 100;  // from a document, on average

/// The ends of relations as R-MAT draws them (Chakrabarti, Zhan and Faloutsos 2004): at each of `levels` bits, one of
/// four quarters of the adjacency matrix, with the shares of Graph 500.
std::pair<std::size_t, std::size_t> drawn_ends(std::mt19937_64& random, unsigned levels) {
  std::size_t from = 0;
  std::size_t to = 0;
  for (unsigned level = 0; level < levels; ++level) {
    const auto percent = random() % 100;
    from = 2 * from + (percent >= 76 ? 1 : 0);
    to = 2 * to + ((percent >= 57 && percent < 76) || percent >= 95 ? 1 : 0);
  }
  return {from, to};
}

void write_relation(std::ostream& out, std::mt19937_64& random, unsigned levels, std::size_t documents) {
  constexpr std::array predicates{"supports", "sanctions", "consults", "accuses", "threatens", "aids"};
  constexpr std::array modalities{"actual", "actual", "planned", "demanded"};
  constexpr std::array rules{"verb", "noun", "passive"};
  const auto [from, to] = drawn_ends(random, levels);
  const char* const predicate = predicates[random() % predicates.size()];
  const auto two_digits = [&](std::size_t below) { return std::to_string(101 + random() % below).substr(1); };
  const std::size_t start = random() % 20'000;
  const std::string text = "State " + std::to_string(from) + " " + predicate + " state " + std::to_string(to) +
                           ", as was said in the report of that day.";
  out << R"({"subject":"state-)" << from << R"(","predicate":")" << predicate << R"(","object":"state-)" << to
      << R"(","polarity":")" << (random() % 8 == 0 ? "negative" : "positive") << R"(","modality":")"
      << modalities[random() % modalities.size()] << R"(","date":")" << 1990 + random() % 35 << '-' << two_digits(12)
      << '-' << two_digits(28) << R"(","confidence":0.)" << two_digits(99) << R"(,"rule":")"
      << rules[random() % rules.size()] << R"(","evidence":[{"document":"report-)" << random() % documents
      << R"(","start":)" << start << R"(,"end":)" << start + text.size() << R"(,"text":")" << text << "\"}]}";
}

void write_graph(std::ostream& out, std::size_t relations) {
  const auto levels = static_cast<unsigned>(std::ceil(std::log2(static_cast<double>(relations) / relations_each + 1)));
  const std::size_t documents = relations / relations_quoted + 1;
  std::mt19937_64 random(1);
  out << R"({"format":"entente-graph","version":1,)"
      << "\n\"documents\":[";
  for (std::size_t i = 0; i < documents; ++i)
    out << (i == 0 ? "\n" : ",\n") << R"({"id":"report-)" << i << R"(","title":"Report )" << i << "\"}";
  out << "],\n\"entities\":[";
  for (std::size_t i = 0; i < std::size_t{1} << levels; ++i)
    out << (i == 0 ? "\n" : ",\n") << R"({"id":"state-)" << i << R"(","type":"State","name":"State )" << i << "\"}";
  out << "],\n\"relations\":[";
  for (std::size_t i = 0; i < relations; ++i) write_relation(out << (i == 0 ? "\n" : ",\n"), random, levels, documents);
  out << "]}\n";
}

double seconds_of_processor() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

/// Times one step and prints its line.
template <class DoIt>
auto timed(std::string_view what, std::size_t relations, DoIt do_it) {
  const double processor = seconds_of_processor();
  const auto begin = std::chrono::steady_clock::now();
  auto result = do_it();
  const std::chrono::duration<double> clock = std::chrono::steady_clock::now() - begin;
  const double used = seconds_of_processor() - processor;
  std::cout << std::left << std::setw(18) << what << std::right << std::fixed << std::setprecision(2) << std::setw(8)
            << used << " s " << std::setw(8) << clock.count() << " s on the clock " << std::setw(8)
            << static_cast<double>(relations) / 1e6 / clock.count() << " million relations a second\n"
            << std::flush;
  return result;
}

double peak_gigabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1e6;
}

bool parse_alone(const std::string& bytes) {
  constexpr unsigned flags =
      rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag | rapidjson::kParseFullPrecisionFlag;
  rapidjson::BaseReaderHandler<> nobody;
  rapidjson::StringStream stream(bytes.c_str());
  return !rapidjson::Reader().Parse<flags>(stream, nobody).IsError();
}

/// How many entities can be reached along relations from the one with the most.
std::size_t reached_breadth_first(const KnowledgeGraph& graph) {
  EntityId hub{0};
  for (std::size_t i = 0; i < graph.entity_count(); ++i)
    if (graph.outgoing(EntityId(i)).size() > graph.outgoing(hub).size()) hub = EntityId(i);
  std::vector<bool> seen(graph.entity_count());
  std::vector<EntityId> reached{hub};
  seen[hub.index()] = true;
  for (std::size_t i = 0; i < reached.size(); ++i) {
    for (const RelationId id : graph.outgoing(reached[i])) {
      const EntityId next = graph.relation(id).object;
      if (!seen[next.index()]) reached.push_back(next);
      seen[next.index()] = true;
    }
  }
  return reached.size();
}

void measure(const std::filesystem::path& file, std::size_t relations) {
  const RawDocument document{
      file.string(), timed("read", relations, [&] { return read_file(file, std::filesystem::file_size(file)); })};
  const bool sound = timed("parser alone", relations, [&] { return parse_alone(document.bytes); });
  const ImporterSet importers = builtin_importers();
  GraphBuilder builder;
  Diagnostics diagnostics;
  timed("import", relations, [&] {
    importers.named("json")->import(document, builder, diagnostics);
    return 0;
  });
  const KnowledgeGraph graph = timed("freeze", relations, [&] { return std::move(builder).build(); });
  const auto memory = graph.memory_of_relations();
  const auto bytes_each = [&](std::size_t bytes) {
    return static_cast<double>(bytes) / static_cast<double>(std::max<std::size_t>(graph.relation_count(), 1));
  };
  std::cout << "bytes a relation: " << bytes_each(memory.relations) << ", and " << bytes_each(memory.quotes)
            << " of evidence, " << bytes_each(memory.texts) << " of texts\n";
  std::cout << graph.entity_count() << " entities, " << graph.relation_count() << " relations, "
            << diagnostics.error_count() + (sound ? 0 : 1) << " errors; " << document.bytes.size() / 1'000'000
            << " MB of JSON, " << peak_gigabytes() << " GB at most in use\n";
  const std::size_t reached = timed("breadth first", relations, [&] { return reached_breadth_first(graph); });
  const auto parts = timed("weak components", relations, [&] { return weak_components(graph); });
  const Scores ranks = timed("PageRank", relations, [&] { return centrality(graph, CentralityMeasure::pagerank); });
  std::cout << reached << " entities reached, " << parts.size() << " components, highest rank " << std::setprecision(6)
            << *std::max_element(ranks.begin(), ranks.end()) << '\n';
}

}  // namespace

int main(int count, char** arguments) try {
  const std::size_t relations = count > 1 ? std::strtoull(arguments[1], nullptr, 10) : 0;
  if (relations == 0 || count > 3) {
    std::cerr << "usage: bench_scale RELATIONS [FILE]\n";
    return 2;
  }
  const bool is_named = count == 3;
  const auto file = is_named ? std::filesystem::path(arguments[2])
                             : std::filesystem::temp_directory_path() / "entente_bench_scale.json";
  if (!is_named || !std::filesystem::exists(file)) {
    write_file(file, [&](std::ostream& out) { write_graph(out, relations); });
  }
  measure(file, relations);
  if (!is_named) std::filesystem::remove(file);
} catch (const IoError& error) {
  std::cerr << error.what() << '\n';
  return 3;
}
