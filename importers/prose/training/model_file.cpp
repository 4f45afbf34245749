#include "prose/training/model_file.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <stdexcept>

namespace entente::prose {

namespace {

constexpr double largest_value = 127.0;

struct PackedFeature {
    std::uint32_t number;
    std::vector<std::pair<std::uint8_t, int>> weights;
};

std::vector<PackedFeature> quantise(const std::vector<FeatureWeights>& features) {
    double largest = 0;
    for (const auto& feature : features) {
        for (const auto& weight : feature.weights) {
            largest = std::max(largest, std::abs(weight.value));
        }
    }
    std::vector<PackedFeature> packed;
    for (const auto& feature : features) {
        PackedFeature one{feature.number, {}};
        for (const auto& weight : feature.weights) {
            const int value = static_cast<int>(std::lround(std::sqrt(std::abs(weight.value) / largest) * largest_value));
            if (value != 0) {
                one.weights.emplace_back(weight.label, weight.value < 0 ? -value : value);
            }
        }
        packed.push_back(std::move(one));
    }
    return packed;
}

void drop_below(std::vector<PackedFeature>& features, int smallest) {
    for (auto& feature : features) {
        std::erase_if(feature.weights, [&](const auto& weight) { return std::abs(weight.second) < smallest; });
    }
    std::erase_if(features, [](const auto& feature) { return feature.weights.empty(); });
}

std::size_t bucket_count(std::size_t features) {
    std::size_t buckets = 16;
    while (buckets * 2 < features) {
        buckets *= 2;
    }
    return buckets;
}

std::size_t packed_size(const std::vector<PackedFeature>& features) {
    std::size_t units = 0;
    for (const auto& feature : features) {
        units += 1 + feature.weights.size();
    }
    return units * sizeof(std::uint16_t) + (bucket_count(features.size()) + 1) * sizeof(std::uint32_t);
}

} // namespace

PackedClassifier pack(const std::vector<FeatureWeights>& features, std::size_t budget) {
    auto packed = quantise(features);
    for (int smallest = 1; drop_below(packed, smallest), packed_size(packed) > budget;) {
        ++smallest;
    }
    const std::size_t buckets = bucket_count(packed.size());
    std::stable_sort(packed.begin(), packed.end(), [&](const auto& one, const auto& other) {
        return (one.number & (buckets - 1)) < (other.number & (buckets - 1));
    });
    PackedClassifier classifier;
    for (const auto& feature : packed) {
        while (classifier.offsets.size() <= (feature.number & (buckets - 1))) {
            classifier.offsets.push_back(static_cast<std::uint32_t>(classifier.units.size()));
        }
        classifier.units.push_back(LinearModel::head_unit(feature.number, feature.weights.size()));
        for (const auto& [label, value] : feature.weights) {
            classifier.units.push_back(LinearModel::weight_unit(label, value));
        }
    }
    classifier.offsets.resize(buckets + 1, static_cast<std::uint32_t>(classifier.units.size()));
    return classifier;
}

OwnedModel::OwnedModel(const ModelParts& parts) {
    std::vector<std::byte> bytes(model_magic.size() + sizeof(std::uint32_t) * (1 + 2 * part_count));
    std::memcpy(bytes.data(), model_magic.data(), model_magic.size());
    std::memcpy(bytes.data() + model_magic.size(), &model_version, sizeof model_version);
    std::size_t entry = model_magic.size() + sizeof model_version;
    const auto append = [&]<typename Element>(const std::vector<Element>& part) {
        const std::array<std::uint32_t, 2> extent{static_cast<std::uint32_t>(bytes.size()),
                                                  static_cast<std::uint32_t>(part.size() * sizeof(Element))};
        std::memcpy(bytes.data() + entry, extent.data(), sizeof extent);
        entry += sizeof extent;
        const auto raw = std::as_bytes(std::span(part));
        bytes.insert(bytes.end(), raw.begin(), raw.end());
        bytes.resize((bytes.size() + 3) / 4 * 4);
    };
    append(parts.tag_classes);
    append(parts.words);
    append(parts.lemma_rules);
    for (const auto* classifier : {&parts.tagger, &parts.moves, &parts.relations}) {
        append(classifier->offsets);
        append(classifier->units);
    }
    words_.resize(bytes.size() / sizeof(std::uint32_t));
    std::memcpy(words_.data(), bytes.data(), bytes.size());
}

} // namespace entente::prose
