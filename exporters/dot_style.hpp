// What entities and relations look like in a diagram.
#pragma once

#include <string_view>

#include <entente/ontology.hpp>

namespace entente {

/// Colours are told apart with every common kind of colour blindness, and each also by its shape.
struct NodeStyle {
  std::string_view shape;
  std::string_view style;
  std::string_view fill;
  std::string_view outline;
  std::string_view margin;  ///< around the text, for shapes that need all of their bounding box or less of it
};
NodeStyle node_style(EntityType);

struct EdgeStyle {
  std::string_view line;  ///< solid, dashed or dotted
  std::string_view color;
  std::string_view sample;  ///< the line in letters, for the legend
};
EdgeStyle edge_style(Modality);

inline constexpr std::string_view negative_color = "#B00020";

}  // namespace entente
