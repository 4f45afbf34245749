#include "prose/prose_importer.hpp"

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include <entente/exporter.hpp>
#include <entente/files.hpp>

#include "reading_of.hpp"

using namespace entente;
using entente::test::Reading;

namespace {

const std::filesystem::path sample_folder = std::filesystem::path(ENTENTE_SOURCE_DIR) / "samples/documents";
const std::filesystem::path shared_folder = ENTENTE_SHARED;

/// The texts in a folder, by name; none if there is no such folder.
std::vector<RawDocument> texts_in(const std::filesystem::path& folder) {
  std::vector<RawDocument> texts;
  if (!std::filesystem::is_directory(folder)) return texts;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".txt")
      texts.push_back({entry.path().filename().string(), read_file(entry.path())});
  }
  std::ranges::sort(texts, {}, &RawDocument::source);
  return texts;
}

KnowledgeGraph graph_of(const RawDocument& document) {
  GraphBuilder builder;
  Diagnostics diagnostics;
  make_prose_importer()->import(document, builder, diagnostics);
  return std::move(builder).build();
}

/// The merged graph of the documents, each read on its own, as native JSON.
std::string json_of(const std::vector<RawDocument>& documents) {
  std::vector<KnowledgeGraph> graphs;
  for (const RawDocument& document : documents) graphs.push_back(graph_of(document));
  std::ostringstream out;
  const ExporterSet exporters = builtin_exporters();
  exporters.named("json")->write(GraphView(merge(graphs)), out);
  return out.str();
}

/// Where each code point of the text begins, and where the text ends: every byte that continues no other.
std::vector<std::size_t> code_points_of(std::string_view text) {
  std::vector<std::size_t> begins;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) begins.push_back(i);
  }
  begins.push_back(text.size());
  return begins;
}

/// The first quotation that does not stand where it says, with its span; empty if all do.
std::string misplaced_quote(const RawDocument& document, std::size_t& quotes) {
  const KnowledgeGraph graph = graph_of(document);
  const std::vector<std::size_t> begins = code_points_of(document.bytes);
  auto stands = [&](const QuoteView& quote) {
    ++quotes;
    if (!quote.span || quote.span->begin >= quote.span->end || quote.span->end >= begins.size()) return false;
    const std::size_t begin = begins[quote.span->begin];
    return document.bytes.substr(begin, begins[quote.span->end] - begin) == quote.text;
  };
  for (const Entity& entity : graph.entities()) {
    for (const Mention& mention : entity.mentions) {
      if (!stands(view_of(mention))) return document.source + ": mention of " + entity.name + ": " + mention.text;
    }
  }
  for (const RelationView relation : graph.relations()) {
    for (const QuoteView& evidence : relation.evidence) {
      if (!stands(evidence)) return document.source + ": " + std::string(evidence.text);
    }
  }
  return {};
}

void check_offsets_in(const std::filesystem::path& folder) {
  std::size_t quotes = 0;
  for (const RawDocument& document : texts_in(folder)) CHECK(misplaced_quote(document, quotes) == "");
  CHECK(quotes > 100);
}

std::string repeated(std::string_view part, std::size_t times) {
  std::string text;
  text.reserve(part.size() * times);
  for (std::size_t i = 0; i < times; ++i) text += part;
  return text;
}

}  // namespace

TEST_CASE("the prose importer says what it is") {
  const auto importer = make_prose_importer();
  CHECK(importer->name() == "prose");
  CHECK(importer->extensions().front() == "txt");
  CHECK(importer->recognizes({"a", "The ministers met in Rome."}) > importer->recognizes({"a", "{}[]()1234567890"}));
  CHECK(importer->recognizes({"a", std::string("\0\0", 2)}) == 0.0);
}

TEST_CASE("a document is described by its own head") {
  const Reading reading(
      "A border that moved at night\n\nBy Ingrid Solheim\n\n12 March 2011\n\nThe two governments opened a channel.");
  REQUIRE(reading.graph().document_count() == 1);
  const Document& document = reading.graph().documents()[0];
  CHECK(document.key == "text");
  CHECK(document.source == "text.txt");
  CHECK(document.title == "A border that moved at night");
  CHECK(document.author == "Ingrid Solheim");
  CHECK(document.date == Date(2011, 3, 12));
  CHECK(document.language == "en");
  CHECK(document.sha256.size() == 64);
}

TEST_CASE("a text without words is reported") {
  const Reading reading(" \n\t\r\n ");
  REQUIRE(reading.diagnostics().kept().size() == 1);
  CHECK(reading.diagnostics().kept()[0].problem == Problem::empty_document);
  CHECK(reading.graph().entity_count() == 0);
}

TEST_CASE("a byte that is no UTF-8 is reported with its place") {
  const Reading reading("Caf\xE9 de la Paix");
  REQUIRE(reading.diagnostics().kept().size() == 1);
  CHECK(reading.diagnostics().kept()[0].problem == Problem::invalid_encoding);
  CHECK(reading.diagnostics().kept()[0].span.begin == 3);
}

TEST_CASE("offsets count code points behind a byte order mark") {
  const Reading reading("\xEF\xBB\xBF“Ça va” – Türkiye invaded Cyprus.");
  const auto invasion = reading.relation("Turkey", "invades", "Cyprus");
  REQUIRE(invasion);
  REQUIRE(invasion->evidence.size() == 1);
  CHECK(invasion->evidence[0].span == Span{0, 33});
}

TEST_CASE("every quotation from the sample documents stands where it says") {
  check_offsets_in(sample_folder);
}

TEST_CASE("every quotation from the shared documents stands where it says") {
  for (const char* folder : {"seeds", "dev"}) {
    if (std::filesystem::is_directory(shared_folder / folder)) check_offsets_in(shared_folder / folder);
  }
}

TEST_CASE("the same documents give the same bytes, again and in any order") {
  std::vector<RawDocument> documents = texts_in(sample_folder);
  REQUIRE(documents.size() >= 4);
  const std::string once = json_of(documents);
  CHECK((json_of(documents) == once));  // the bytes are too many to print
  std::ranges::reverse(documents);
  CHECK((json_of(documents) == once));
  std::ranges::rotate(documents, documents.begin() + 3);
  CHECK((json_of(documents) == once));
}

TEST_CASE("cut and mutated documents are read without harm") {
  std::mt19937 random(20220224);
  std::size_t quotes = 0;
  for (const RawDocument& sample : texts_in(sample_folder)) {
    for (int round = 0; round < 6; ++round) {
      RawDocument document{sample.source, sample.bytes.substr(random() % sample.bytes.size())};
      static constexpr std::string_view bytes = "\n\n\n..\"\"();;,-'AIOX01 \t|*#/:%[]{}&$ae";
      for (int i = 0; i < 60; ++i) {
        char& byte = document.bytes[random() % document.bytes.size()];
        if (static_cast<unsigned char>(byte) < 0x80) byte = bytes[random() % bytes.size()];
      }
      while (!document.bytes.empty() && (static_cast<unsigned char>(document.bytes[0]) & 0xC0U) == 0x80U)
        document.bytes.erase(0, 1);
      CHECK(misplaced_quote(document, quotes) == "");
    }
  }
  CHECK(quotes > 100);
}

TEST_CASE("bytes of any kind are read without harm") {
  std::mt19937 random(19451024);
  for (int round = 0; round < 200; ++round) {
    std::string bytes;
    for (std::size_t i = random() % 600; i > 0; --i) bytes += static_cast<char>(random() % 256);
    const Reading reading(bytes);
    CHECK(reading.diagnostics().kept().size() <= 1);
  }
}

TEST_CASE("texts of one endless thing are read in time that grows with their length") {
  struct Shape {
    const char* name;
    std::string part;
    std::string head = {};
  };
  const std::vector<Shape> shapes = {{"words without a full stop", "and then they went on "},
                                     {"one word", "a"},
                                     {"quotation marks", "\""},
                                     {"brackets", "("},
                                     {"semicolons", "a; "},
                                     {"capitalised words", "Alpha Crimea Treaty "},
                                     {"short lines", "Oslo\n"},
                                     {"nested quotation marks", "“‘"},
                                     {"empty lines", "\n", "Oslo."},
                                     {"states", "Russia, Ukraine and "},
                                     {"a heading", "Crimea Ukraine ", "# "},
                                     {"hyphens", "a-"},
                                     {"apostrophes", "a'"},
                                     {"numbers", "1."},
                                     {"provisions", "Article 4 of the treaty. "},
                                     {"meetings", "Biden met Putin in Geneva. "},
                                     {"the agreement", "The agreement failed. It was signed by Russia and Ukraine. "}};
  auto seconds = [](const std::string& text) {
    const std::clock_t begin = std::clock();
    const Reading reading(text);
    return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  };
  for (const Shape& shape : shapes) {
    CAPTURE(shape.name);
    const std::size_t times = 24'000 / shape.part.size();
    const double small = seconds(shape.head + repeated(shape.part, times));
    const double large = seconds(shape.head + repeated(shape.part, 4 * times));
    CHECK(large < 12 * small + 0.25);
  }
}
