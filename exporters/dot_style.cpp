#include "dot_style.hpp"

namespace entente {

NodeStyle node_style(EntityType type) {
  switch (type) {
    case EntityType::person:
      return {"ellipse", "filled", "#FBE8CC", "#B36B00", "0.02,0.02"};
    case EntityType::state:
      return {"box", "rounded,filled,bold", "#CFE6F7", "#0072B2", "0.12,0.06"};
    case EntityType::organization:
      return {"octagon", "filled", "#D3EFE4", "#00805D", "0.02,0.02"};
    case EntityType::bloc:
      return {"box", "rounded,filled,dashed", "#E3F1F9", "#0072B2", "0.12,0.06"};
    case EntityType::armed_group:
      return {"house", "filled", "#E2E2E2", "#444444", "0.02,0.02"};
    case EntityType::territory:
      return {"tab", "filled", "#F1DEEA", "#A3487A", "0.12,0.08"};
    case EntityType::agreement:
      return {"note", "filled", "#FBF3B0", "#7A7000", "0.16,0.08"};
    case EntityType::proposal:
      return {"note", "filled,dashed", "#FDFADF", "#7A7000", "0.16,0.08"};
    case EntityType::provision:
      return {"component", "filled", "#F3F0DC", "#7A7000", "0.2,0.08"};
    case EntityType::event:
      return {"cds", "filled", "#F9DCCB", "#C04F00", "0.2,0.11"};
  }
  return {"box", "filled", "#FFFFFF", "#000000", "0.12,0.06"};
}

EdgeStyle edge_style(Modality modality) {
  switch (modality) {
    case Modality::actual:
      return {"solid", "#333333", "\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80"};
    case Modality::planned:
      return {"dashed", "#0072B2", "\xE2\x94\x80 \xE2\x94\x80 \xE2\x94\x80"};
    case Modality::proposed:
      return {"dashed", "#00805D", "\xE2\x94\x80 \xE2\x94\x80 \xE2\x94\x80"};
    case Modality::demanded:
      return {"dashed", "#C04F00", "\xE2\x94\x80 \xE2\x94\x80 \xE2\x94\x80"};
    case Modality::hypothetical:
      return {"dotted", "#5A5A5A", "\xC2\xB7\xC2\xB7\xC2\xB7\xC2\xB7\xC2\xB7\xC2\xB7"};
  }
  return {"solid", "#000000", ""};
}

}  // namespace entente
