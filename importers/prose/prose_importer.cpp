#include "prose/prose_importer.hpp"

#include <algorithm>
#include <filesystem>

#include <entente/files.hpp>

#include "prose/reader.hpp"
#include "prose/reading/facts.hpp"
#include "prose/reading/lexicon.hpp"

namespace entente {
namespace {

using namespace prose;

class ProseImporter final : public Importer {
 public:
  [[nodiscard]] std::string_view name() const override { return "prose"; }
  [[nodiscard]] std::string_view description() const override { return "running text in English"; }
  [[nodiscard]] std::vector<std::string_view> extensions() const override { return {"txt", "text", "md"}; }

  [[nodiscard]] double recognizes(const RawDocument& document) const override {
    const std::string_view head = std::string_view(document.bytes).substr(0, 4096);
    if (head.find('\0') != std::string_view::npos) return 0.0;
    const auto letters = std::ranges::count_if(head, [](char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; });
    return head.empty() || static_cast<double>(letters) > 0.4 * static_cast<double>(head.size()) ? 0.2 : 0.05;
  }

  void import(const RawDocument& document, GraphBuilder& builder, Diagnostics& diagnostics) const override {
    const std::optional<std::string_view> text = readable_text(document, diagnostics);
    if (!text) return;
    const Passage passage = read_passage(*text);
    Document made;
    made.key = std::filesystem::path(document.source).stem().string();
    made.title = passage.imprint.title;
    made.date = passage.imprint.date;
    made.author = passage.imprint.author;
    made.publisher = passage.imprint.publisher;
    made.source = document.source;
    made.language = "en";
    made.sha256 = sha256_hex(document.bytes);
    add_facts(passage, Lexicon::builtin(), std::move(made), builder);
  }
};

}  // namespace

std::shared_ptr<const Importer> make_prose_importer() {
  return std::make_shared<ProseImporter>();
}

}  // namespace entente
