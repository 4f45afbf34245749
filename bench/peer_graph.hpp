// Graphs in the plain binary form that other libraries' benchmarks read too.
#pragma once

#include <cstdint>
#include <fstream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

/// Arcs of numbered nodes with whole weights, and which nodes to ask about.
struct PeerGraph {
  std::uint64_t nodes = 0;
  std::vector<std::uint32_t> sources;  ///< of each arc
  std::vector<std::uint32_t> targets;
  std::vector<std::uint32_t> weights;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;  ///< to find paths between
  std::vector<std::uint32_t> starts;                           ///< to search from
};

/// Reads BASE.bin (the numbers of nodes and arcs as 64 bits; sources, targets and weights as 32 bits each, in the byte
/// order of the machine), BASE.pairs and BASE.sources. Throws `std::runtime_error` if BASE.bin cannot be read.
inline PeerGraph read_peer_graph(const std::string& base) {
  PeerGraph graph;
  std::ifstream file(base + ".bin", std::ios::binary);
  std::uint64_t arcs = 0;
  const auto read = [&](void* place, std::uint64_t bytes) {
    if (!file.read(static_cast<char*>(place), static_cast<std::streamsize>(bytes)))
      throw std::runtime_error("cannot read " + base + ".bin");
  };
  read(&graph.nodes, sizeof graph.nodes);
  read(&arcs, sizeof arcs);
  for (auto* column : {&graph.sources, &graph.targets, &graph.weights}) {
    column->resize(arcs);
    read(column->data(), arcs * sizeof(std::uint32_t));
  }
  std::ifstream pairs(base + ".pairs");
  for (std::uint32_t a = 0, b = 0; pairs >> a >> b;) graph.pairs.emplace_back(a, b);
  std::ifstream starts(base + ".sources");
  for (std::uint32_t start = 0; starts >> start;) graph.starts.push_back(start);
  return graph;
}
