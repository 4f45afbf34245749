#include "prose/language/entropy_decoder.hpp"

#include <catch2/catch.hpp>

#include <stdexcept>
#include <vector>

#include "prose/training/entropy_encoder.hpp"
#include "prose/training/random.hpp"

using namespace entente::prose;

namespace {

/// Symbols of which each is half as frequent as the one before.
std::uint8_t halving_symbol(Random& random) {
  std::uint8_t symbol = 0;
  while (symbol < 255 && random.chance(50)) ++symbol;
  return symbol;
}

FrequencyTable table_of(const std::vector<std::uint8_t>& symbols) {
  SymbolCounts counts;
  for (const std::uint8_t symbol : symbols) counts.add(symbol);
  return counts.table();
}

}  // namespace

TEST_CASE("what was packed is read again, whatever its order and kind") {
  Random random(1);
  for (int round = 0; round < 100; ++round) {
    std::vector<std::uint8_t> symbols(random.below(200));
    for (auto& symbol : symbols) symbol = halving_symbol(random);
    const FrequencyTable table = table_of(symbols);
    std::vector<std::uint32_t> numbers;
    for (std::size_t at = 0; at < symbols.size(); ++at) {
      numbers.push_back(static_cast<std::uint32_t>(random.below(std::uint64_t{1} << random.below(33))));
    }
    const auto low_bits = static_cast<unsigned>(random.below(17));
    SymbolCounts counts;
    for (const std::uint32_t number : numbers) counts.add_number(number, low_bits);
    const FrequencyTable sizes = counts.table();

    EntropyEncoder encoder;
    encoder.table(sizes);
    for (std::size_t at = 0; at < symbols.size(); ++at) {
      encoder.symbol(table, symbols[at]);
      encoder.number(numbers[at]);
      encoder.number(sizes, low_bits, numbers[at]);
      encoder.bits(symbols[at], 8);
      encoder.bits(0, 0);
    }
    const auto bytes = encoder.bytes();
    EntropyDecoder decoder(bytes);
    const FrequencyTable read = decoder.table();
    for (std::size_t at = 0; at < symbols.size(); ++at) {
      REQUIRE(decoder.symbol(table) == symbols[at]);
      REQUIRE(decoder.number() == numbers[at]);
      REQUIRE(decoder.number(read, low_bits) == numbers[at]);
      REQUIRE(decoder.bits(8) == symbols[at]);
      REQUIRE(decoder.bits(0) == 0);
    }
    CHECK_NOTHROW(decoder.finish());
    CHECK_THROWS_WITH(EntropyDecoder(bytes).finish(), Catch::Contains("end"));
  }
}

TEST_CASE("frequent symbols take about as many bits as their entropy") {
  Random random(2);
  std::vector<std::uint8_t> symbols(100'000);
  for (auto& symbol : symbols) symbol = halving_symbol(random);
  const FrequencyTable table = table_of(symbols);
  EntropyEncoder encoder;
  for (const std::uint8_t symbol : symbols) encoder.symbol(table, symbol);
  const double bits = 8.0 * static_cast<double>(encoder.bytes().size());
  CHECK(bits / static_cast<double>(symbols.size()) == Approx(2.0).epsilon(0.02));
}

TEST_CASE("a symbol that is the only one takes no room") {
  const FrequencyTable table = table_of({7, 7, 7});
  CHECK(table.share(7) == FrequencyTable::whole);
  EntropyEncoder encoder;
  for (int i = 0; i < 1000; ++i) encoder.symbol(table, 7);
  CHECK(encoder.bytes().size() == 8);
}

TEST_CASE("many rare symbols keep a share, and the shares add up") {
  SymbolCounts counts;
  for (int symbol = 0; symbol < 200; ++symbol) counts.add(static_cast<std::uint8_t>(symbol));
  for (int symbol = 200; symbol < 256; ++symbol) {
    for (int i = 0; i < 100'000; ++i) counts.add(static_cast<std::uint8_t>(symbol));
  }
  const FrequencyTable table = counts.table();
  std::uint32_t sum = 0;
  for (unsigned symbol = 0; symbol < 256; ++symbol) {
    REQUIRE(table.share(static_cast<std::uint8_t>(symbol)) > 0);
    sum += table.share(static_cast<std::uint8_t>(symbol));
  }
  CHECK(sum == FrequencyTable::whole);
}

TEST_CASE("shares that do not add up are rejected") {
  FrequencyTable::Shares shares{};
  CHECK_THROWS_AS(FrequencyTable(shares), std::runtime_error);
  shares[3] = FrequencyTable::whole - 1;
  CHECK_THROWS_WITH(FrequencyTable(shares), Catch::Contains("add up"));
  shares[9] = 2;
  CHECK_THROWS_AS(FrequencyTable(shares), std::runtime_error);
}

TEST_CASE("bytes that end too early are rejected") {
  EntropyEncoder encoder;
  for (std::uint32_t number = 0; number < 20; ++number) encoder.number(number * 0x01234567U);
  const auto bytes = encoder.bytes();
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    const auto read_all = [&] {
      const std::span whole(bytes);
      EntropyDecoder decoder(whole.first(size));
      for (int i = 0; i < 20; ++i) decoder.number();
      decoder.finish();
    };
    CHECK_THROWS_AS(read_all(), std::runtime_error);
  }
}
