// Diagrams for Graphviz.
#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include <entente/exporter.hpp>

namespace entente {

/// How a graph is drawn.
struct DotOptions {
  bool legend = true;    ///< explains the colours and lines that occur, below the graph
  std::string title{};   ///< above the graph; empty: the titles of its documents
  std::string engine{};  ///< Graphviz layout engine; empty: by size, `dot`, then `neato`, then `sfdp`
  std::string font = "DejaVu Sans";
  std::size_t label_width = 22;        ///< characters after which a name is continued on the next line
  std::size_t quote_length = 300;      ///< characters of a piece of evidence that a tooltip shows
  std::size_t most_edge_labels = 300;  ///< with more relations than that, what they say is only in the tooltips
};

/// Writes the DOT language. Nodes are named by the keys of their entities, bytes that DOT could not give back
/// percent-encoded. Relations between the same two entities in the same direction, mood and polarity share an edge,
/// whose tooltip tells all of them with time, source and evidence.
std::shared_ptr<const Exporter> dot_exporter(DotOptions = {});

}  // namespace entente
