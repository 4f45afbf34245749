// Diagrams in the DOT language.
#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <map>
#include <ostream>
#include <tuple>

#include <entente/dot.hpp>

#include "dot_style.hpp"
#include "extract.hpp"
#include "markup.hpp"
#include "percent_encoding.hpp"
#include "words.hpp"

namespace entente {
namespace {

/// A quoted string whose text Graphviz shows exactly: no escape sequence, no character reference is left in it.
std::string escaped(std::string_view text) {
  std::string dot;
  for (const char letter : text) {
    switch (letter) {
      case '"':
        dot += "\\\"";
        break;
      case '\\':
        dot += "\\\\";
        break;
      case '\n':
        dot += "\\n";
        break;
      case '&':
        dot += "&amp;";
        break;
      default:
        dot += letter;
    }
  }
  return dot;
}

std::string in_quotes(std::string_view text) {
  return '"' + escaped(text) + '"';
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += (text.empty() ? "" : "\n") + line;
  return text;
}

/// Relations that share an edge.
struct EdgeKey {
  EntityId subject;
  EntityId object;
  bool symmetric;
  Modality modality;
  Polarity polarity;
  friend auto operator<=>(const EdgeKey&, const EdgeKey&) = default;
};

class DotFile {
 public:
  DotFile(const GraphView& view, const DotOptions& options, std::ostream& out)
      : graph_(view.graph()),
        options_(options),
        out_(out),
        entities_(view.entities()),
        relations_(view.relations()),
        degrees_(graph_.entity_count()) {
    for (const RelationId id : relations_) {
      const RelationView relation = graph_.relation(id);
      ++degrees_[relation.subject.index()];
      ++degrees_[relation.object.index()];
      edges_[key_of(relation)].push_back(id);
    }
    for (const auto& [key, relations] : edges_) in_order_.push_back(relations.front());
    std::sort(in_order_.begin(), in_order_.end());
  }

  void write() {
    out_ << "digraph {\n";
    write_layout();
    for (const EntityId id : entities_) write_node(graph_.entity(id), degrees_[id.index()]);
    for (const RelationId id : in_order_) write_edge(key_of(graph_.relation(id)));
    if (engine() == "dot") write_rows_of_lone_entities();
    out_ << "}\n";
  }

 private:
  static EdgeKey key_of(const RelationView& relation) {
    return {relation.subject, relation.object, is_symmetric(relation.predicate), relation.modality, relation.polarity};
  }

  /// Layers can be read as long as they leave room for what edges say; springs show an overview of more; beyond that
  /// only the multilevel layout ends in a few seconds.
  [[nodiscard]] std::string_view engine() const {
    if (!options_.engine.empty()) return options_.engine;
    if (has_edge_labels() && entities_.size() <= 800) return "dot";
    return is_large() ? "sfdp" : "neato";
  }
  [[nodiscard]] bool is_large() const { return entities_.size() > 250 || edges_.size() > 450; }
  [[nodiscard]] bool has_edge_labels() const { return relations_.size() <= options_.most_edge_labels; }

  /// Grows with the drawing, so that the legend can be read where the whole is seen.
  [[nodiscard]] std::size_t legend_size() const { return 12 + std::min<std::size_t>(relations_.size() / 20, 24); }

  void write_layout() {
    out_ << " graph [layout=" << in_quotes(engine());
    if (engine() == "dot") {
      out_ << " rankdir=LR nodesep=0.14 ranksep=0.35";
    } else {
      out_ << " overlap=prism overlap_scaling=-4 splines=" << (is_large() ? "line" : "true") << " K=0.9 start=1";
    }
    out_ << " outputorder=edgesfirst charset=\"UTF-8\" bgcolor=white pad=0.3 fontname=" << in_quotes(options_.font)
         << " fontsize=" << legend_size() << " labelloc=t labeljust=l tooltip=\" \" label=" << heading() << "];\n";
    out_ << " node [fontname=" << in_quotes(options_.font)
         << " fontcolor=\"#1A1A1A\" penwidth=1.3 height=0.3 width=0.5];\n";
    out_ << " edge [fontname=" << in_quotes(options_.font) << " fontsize=10 penwidth=1.1 arrowsize=0.7];\n";
  }

  void write_node(const Entity& entity, std::size_t degree) {
    const NodeStyle style = node_style(entity.type);
    const std::string shown = display_name(entity);
    const double size = 10.5 + 1.5 * std::min(5.0, std::log2(1.0 + static_cast<double>(degree) / 3.0));
    out_ << ' ' << in_quotes(percent_encoded(entity.key))
         << " [label=" << in_quotes(joined(wrapped(shortened(shown, 160), options_.label_width)))
         << " shape=" << style.shape << " margin=" << in_quotes(style.margin) << " style=" << in_quotes(style.style)
         << " fillcolor=" << in_quotes(style.fill) << " color=" << in_quotes(style.outline)
         << " fontsize=" << std::lround(size) << " class=" << name(entity.type)
         << " tooltip=" << in_quotes(node_tooltip(entity, shown, degree)) << "];\n";
  }

  static std::string node_tooltip(const Entity& entity, const std::string& shown, std::size_t degree) {
    std::string text = std::string(name(entity.type)) + ": " + shown;
    std::string names;
    for (const std::string& alias : entity.aliases) names += (names.empty() ? "" : ", ") + on_one_line(alias);
    if (!names.empty()) text += "\nalso: " + shortened(names, 300);
    return text + '\n' + std::to_string(degree) + (degree == 1 ? " relation" : " relations");
  }

  void write_edge(const EdgeKey& key) {
    const std::vector<RelationId>& relations = edges_.at(key);
    const EdgeStyle style = edge_style(key.modality);
    const bool negative = key.polarity == Polarity::negative;
    out_ << ' ' << in_quotes(percent_encoded(graph_.entity(key.subject).key)) << " -> "
         << in_quotes(percent_encoded(graph_.entity(key.object).key)) << " [style=" << style.line
         << " color=" << in_quotes(style.color) << " class=\"" << name(key.modality) << (negative ? " negative" : "")
         << '"';
    if (negative)
      out_ << " arrowhead=" << (key.symmetric ? "tee arrowtail=tee dir=both" : "tee");
    else if (key.symmetric)
      out_ << " dir=none";
    if (holds_together(relations)) out_ << " weight=4";
    const std::string tooltip = in_quotes(edge_tooltip(relations));
    if (has_edge_labels()) {
      out_ << " label=" << in_quotes(edge_label(relations))
           << " fontcolor=" << in_quotes(negative ? negative_color : style.color) << " labeltooltip=" << tooltip;
    }
    out_ << " tooltip=" << tooltip << "];\n";
  }

  /// Layers would put all entities without relations below each other in the first one: edges that nobody sees make
  /// rows of them.
  void write_rows_of_lone_entities() {
    std::vector<EntityId> lone;
    std::copy_if(entities_.begin(), entities_.end(), std::back_inserter(lone),
                 [this](EntityId id) { return degrees_[id.index()] == 0; });
    const std::size_t columns = std::min<std::size_t>(8, static_cast<std::size_t>(std::sqrt(lone.size())));
    for (std::size_t i = 1; i < lone.size(); ++i) {
      if (i % columns == 0) continue;
      out_ << ' ' << in_quotes(percent_encoded(graph_.entity(lone[i - 1]).key)) << " -> "
           << in_quotes(percent_encoded(graph_.entity(lone[i]).key)) << " [style=invis];\n";
    }
  }

  /// Whether the ends belong side by side: people and their office, members and their club.
  [[nodiscard]] bool holds_together(const std::vector<RelationId>& relations) const {
    return std::any_of(relations.begin(), relations.end(), [this](RelationId id) {
      const Predicate predicate = graph_.relation(id).predicate;
      return predicate == Predicate::holds_office || predicate == Predicate::member_of;
    });
  }

  [[nodiscard]] std::string edge_label(const std::vector<RelationId>& relations) const {
    std::vector<std::string> lines;
    for (const RelationId id : relations) {
      std::string line = line_of(graph_.relation(id));
      if (std::find(lines.begin(), lines.end(), line) == lines.end()) lines.push_back(std::move(line));
    }
    constexpr std::size_t most_lines = 6;
    if (lines.size() > most_lines) {
      const std::size_t hidden = lines.size() - most_lines + 1;
      lines.resize(most_lines - 1);
      lines.push_back("and " + std::to_string(hidden) + " more");
    }
    return joined(lines);
  }

  [[nodiscard]] std::string line_of(const RelationView& relation) const {
    const std::string role = on_one_line(relation.role);
    const bool short_role = !role.empty() && role.size() <= options_.label_width;
    std::string line = in_words(relation.predicate, relation.polarity) + (short_role ? ": " + role : "");
    if (const std::string date = date_text(relation); !date.empty() && date.size() <= 10) line += ' ' + date;
    return line;
  }

  [[nodiscard]] std::string edge_tooltip(const std::vector<RelationId>& relations) const {
    std::string text;
    for (const RelationId id : relations) {
      const RelationView relation = graph_.relation(id);
      if (!text.empty()) text += "\n\n";
      text += statement_in_words(graph_, relation);
      if (relation.evidence.empty()) continue;
      text += "\n\xE2\x80\x9C" + shortened(on_one_line(relation.evidence.front().text), options_.quote_length) +
              "\xE2\x80\x9D";
      if (relation.evidence.size() > 1) text += " and " + std::to_string(relation.evidence.size() - 1) + " more";
    }
    return text;
  }

  /// Title and legend as an HTML-like label, which no layout engine can put in the way of the graph.
  [[nodiscard]] std::string heading() const {
    std::string rows;
    if (const std::string text = title(); !text.empty()) {
      rows =
          heading_row("<FONT POINT-SIZE=\"" + std::to_string(legend_size() * 3 / 2) + "\">" + markup(text) + "</FONT>");
    }
    if (options_.legend) rows += type_row() + mood_row();
    if (rows.empty()) return "\"\"";
    return "<<TABLE BORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"4\">" + rows + "</TABLE>>";
  }

  static std::string heading_row(const std::string& content) {
    return "<TR><TD ALIGN=\"LEFT\">" + content + "</TD></TR>";
  }

  [[nodiscard]] std::string title() const {
    if (!options_.title.empty()) return on_one_line(options_.title);
    std::string titles;
    for (const Document& document : graph_.documents()) {
      titles += (titles.empty() ? "" : "; ") + on_one_line(document.title.empty() ? document.key : document.title);
      if (document.date) titles += " (" + document.date->to_string() + ')';
    }
    return shortened(titles, 120);
  }

  [[nodiscard]] std::string type_row() const {
    std::array<bool, entity_type_count> occurs{};
    for (const EntityId id : entities_) occurs[static_cast<std::size_t>(graph_.entity(id).type)] = true;
    std::string cells;
    for (const EntityType type : all_entity_types()) {
      if (!occurs[static_cast<std::size_t>(type)]) continue;
      const NodeStyle style = node_style(type);
      cells.append("<TD BORDER=\"1\" COLOR=\"").append(style.outline).append("\" BGCOLOR=\"").append(style.fill);
      cells.append("\" STYLE=\"").append(style.style.find("dashed") == style.style.npos ? "" : "dashed,");
      cells.append("rounded\">").append(name(type)).append("</TD>");
    }
    if (cells.empty()) return cells;
    return heading_row("<TABLE BORDER=\"0\" CELLSPACING=\"6\" CELLPADDING=\"4\"><TR>" + cells + "</TR></TABLE>");
  }

  [[nodiscard]] std::string mood_row() const {
    std::array<bool, modality_count> occurs{};
    bool negative = false;
    for (const auto& [key, relations] : edges_) {
      occurs[static_cast<std::size_t>(key.modality)] = true;
      negative = negative || key.polarity == Polarity::negative;
    }
    std::string samples;
    const auto add = [&samples](std::string_view color, std::string_view sample, std::string_view what) {
      samples.append(samples.empty() ? "" : "&#160;&#160;&#160;&#160;").append("<FONT COLOR=\"").append(color);
      samples.append("\">").append(sample).append(" ").append(what).append("</FONT>");
    };
    for (const Modality modality : all_modalities()) {
      if (!occurs[static_cast<std::size_t>(modality)]) continue;
      const EdgeStyle style = edge_style(modality);
      add(style.color, style.sample, name(modality));
    }
    if (negative) add(negative_color, "\xE2\x94\x80\xE2\x94\x80\xE2\x94\xA4", "not");
    return samples.empty() ? samples : heading_row(samples);
  }

  const KnowledgeGraph& graph_;
  const DotOptions& options_;
  std::ostream& out_;
  std::vector<EntityId> entities_;
  std::vector<RelationId> relations_;
  std::vector<std::size_t> degrees_;
  std::map<EdgeKey, std::vector<RelationId>> edges_;
  std::vector<RelationId> in_order_;  // the first relation of each edge
};

class DotExporter final : public Exporter {
 public:
  explicit DotExporter(DotOptions options) : options_(std::move(options)) {}

  [[nodiscard]] std::string_view name() const override { return "dot"; }
  [[nodiscard]] std::string_view description() const override { return "a diagram for Graphviz"; }
  [[nodiscard]] std::vector<std::string_view> extensions() const override { return {"dot", "gv"}; }
  void write(const GraphView& view, std::ostream& out) const override { DotFile(view, options_, out).write(); }

 private:
  DotOptions options_;
};

}  // namespace

std::shared_ptr<const Exporter> dot_exporter(DotOptions options) {
  return std::make_shared<DotExporter>(std::move(options));
}

}  // namespace entente
