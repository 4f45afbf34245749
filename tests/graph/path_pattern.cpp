#include <entente/path_pattern.hpp>

#include <algorithm>
#include <memory>
#include <set>
#include <string>
#include <utility>

#include <catch2/catch.hpp>

#include <entente/graph_builder.hpp>
#include <entente/paths.hpp>

#include "support/random_graph.hpp"
#include "support/reference.hpp"

using namespace entente;
using namespace entente::testing;

namespace {

PathPattern pattern(const std::string& text) {
  return std::get<PathPattern>(PathPattern::parse(text));
}

std::string complaint(const std::string& text) {
  const auto error = std::get<PatternError>(PathPattern::parse(text));
  return std::to_string(error.position) + ": " + error.message;
}

/// An expression and what it means: whether it fits the steps of a path from one position to another.
struct Meaning {
  std::string text;
  std::function<bool(const KnowledgeGraph&, const Path&, std::size_t, std::size_t)> fits;
};

Meaning step_of(const std::string& text, std::vector<Predicate> predicates, bool backwards) {
  return {text, [=](const KnowledgeGraph& graph, const Path& path, std::size_t i, std::size_t j) {
            if (j != i + 1) return false;
            const Predicate predicate = graph.relation(path.steps[i].relation).predicate;
            if (std::find(predicates.begin(), predicates.end(), predicate) == predicates.end()) return false;
            return is_symmetric(predicate) || path.steps[i].backwards == backwards;
          }};
}

Meaning random_step(Dice& dice, bool inverse) {
  const std::string sign = inverse ? "^" : "";
  if (dice.chance(4))
    return step_of(sign + "any", std::vector<Predicate>(all_predicates().begin(), all_predicates().end()), inverse);
  const auto predicate =
      dice.one_of(std::vector<Predicate>{Predicate::consults, Predicate::supports, Predicate::recognizes,
                                         Predicate::located_in, Predicate::participates_in, Predicate::member_of});
  return step_of(sign + std::string(name(predicate)), {predicate}, inverse);
}

Meaning random_test(Dice& dice) {
  const auto type =
      dice.one_of(std::vector<EntityType>{EntityType::state, EntityType::organization, EntityType::event});
  return {"[" + std::string(name(type)) + "]",
          [type](const KnowledgeGraph& graph, const Path& path, std::size_t i, std::size_t j) {
            return i == j && graph.entity(entities_along(graph, path)[i]).type == type;
          }};
}

Meaning sequence(const Meaning& a, const Meaning& b) {
  return {"(" + a.text + "/" + b.text + ")",
          [=](const KnowledgeGraph& graph, const Path& path, std::size_t i, std::size_t j) {
            for (std::size_t middle = i; middle <= j; ++middle)
              if (a.fits(graph, path, i, middle) && b.fits(graph, path, middle, j)) return true;
            return false;
          }};
}

Meaning choice(const Meaning& a, const Meaning& b) {
  return {"(" + a.text + "|" + b.text + ")",
          [=](const KnowledgeGraph& graph, const Path& path, std::size_t i, std::size_t j) {
            return a.fits(graph, path, i, j) || b.fits(graph, path, i, j);
          }};
}

Meaning repetition(const Meaning& a, char sign) {
  return {"(" + a.text + ")" + sign, [=](const KnowledgeGraph& graph, const Path& path, std::size_t i, std::size_t j) {
            if (i == j && (sign != '+' || a.fits(graph, path, i, i))) return true;
            if (sign == '?') return a.fits(graph, path, i, j);
            std::set<std::size_t> reached{i};  // by any number of repetitions
            for (std::size_t k = i; k <= j; ++k)
              for (std::size_t l = k; reached.count(k) == 1 && l <= j; ++l)
                if (a.fits(graph, path, k, l)) reached.insert(l);
            return j > i && reached.count(j) == 1;
          }};
}

Meaning random_expression(Dice& dice, int depth, bool inverse) {
  if (depth == 0 || dice.chance(4)) return dice.chance(6) ? random_test(dice) : random_step(dice, inverse);
  const auto part = [&] { return random_expression(dice, depth - 1, inverse); };
  switch (dice.roll(3)) {
    case 0:
      return repetition(part(), dice.one_of(std::vector<char>{'*', '+', '?'}));
    case 1: {
      const Meaning a = part();
      return choice(a, part());
    }
    default: {
      const Meaning a = part();
      return sequence(a, part());
    }
  }
}

/// The marks of paths that tell whether their order is right.
std::vector<std::pair<double, std::size_t>> costs(const GraphView& view, const std::vector<Path>& paths, StepCost by) {
  std::vector<std::pair<double, std::size_t>> result;
  for (const Path& path : paths) result.emplace_back(path_cost(view, path, by), path.length());
  return result;
}

std::set<std::vector<EntityId>> courses(const GraphView& view, const std::vector<Path>& paths) {
  std::set<std::vector<EntityId>> result;
  for (const Path& path : paths) result.insert(entities_along(view.graph(), path));
  return result;
}

}  // namespace

TEST_CASE("A pattern finds the paths that its expression means, the best first") {
  Dice dice(10);
  std::size_t several = 0;
  std::size_t fewer = 0;
  for (int round = 0; round < 8000; ++round) {
    const KnowledgeGraph graph = random_graph(dice, 7);
    const GraphView view = dice.chance(2) ? GraphView(graph) : GraphView(graph, random_lens(dice, graph));
    const EntityId from(dice.roll(graph.entity_count()));
    const EntityId to(dice.roll(graph.entity_count()));
    const Meaning meaning = random_expression(dice, 4, false);
    PathRules rules;
    rules.by = dice.chance(2) ? StepCost::hops : static_cast<StepCost>(dice.roll(step_cost_count));
    if (dice.chance(3)) rules.max_length = dice.roll(5);
    if (dice.chance(4)) rules.in_time = true;
    rules.via = pattern(meaning.text);
    const auto fits = [&](const Path& path) { return meaning.fits(graph, path, 0, path.length()); };
    const auto all = reference_ruled_paths(view, from, to, rules, fits);
    INFO("round " << round << " by " << name(rules.by) << " via " << meaning.text);
    const auto found = shortest_paths(view, from, to, all.size() + 1, rules);
    REQUIRE(costs(view, found, rules.by) == costs(view, all, rules.by));
    REQUIRE(courses(view, found) == courses(view, all));
    REQUIRE(std::all_of(found.begin(), found.end(), fits));
    if (all.size() > 1) ++several;
    if (all.size() < reference_paths(view, from, to, Direction::either, rules.max_length).size()) ++fewer;
    if (all.empty()) continue;
    const std::size_t k = dice.roll(all.size()) + 1;
    const std::vector<Path> expected(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(k));
    REQUIRE(costs(view, shortest_paths(view, from, to, k, rules), rules.by) == costs(view, expected, rules.by));
  }
  CHECK(several > 50);
  CHECK(fewer > 300);
}

namespace {

/// Two states that are members of an alliance and party to a treaty with a third.
KnowledgeGraph treaty() {
  GraphBuilder builder;
  const auto add = [&](const char* key, EntityType type) {
    return *builder.add(Entity{.key = key, .type = type, .name = key});
  };
  const EntityId a = add("a", EntityType::state);
  const EntityId b = add("b", EntityType::state);
  const EntityId alliance = add("alliance", EntityType::organization);
  const EntityId agreement = add("agreement", EntityType::agreement);
  const auto relate = [&](EntityId from, Predicate predicate, EntityId to) {
    builder.add(Relation{.subject = from, .predicate = predicate, .object = to});
  };
  relate(a, Predicate::member_of, alliance);
  relate(b, Predicate::member_of, alliance);
  relate(a, Predicate::party_to, agreement);
  relate(b, Predicate::party_to, agreement);
  relate(alliance, Predicate::monitors, agreement);
  return std::move(builder).build();
}

/// What lies along the first path from a to b through the pattern.
std::string course_by(const std::string& text) {
  const KnowledgeGraph graph = treaty();
  const auto paths =
      shortest_paths(graph, *graph.entity_with_key("a"), *graph.entity_with_key("b"), 1, {.via = pattern(text)});
  if (paths.empty()) return "none";
  std::string course;
  for (const EntityId entity : entities_along(graph, paths[0])) course += graph.entity(entity).key + " ";
  return course;
}

}  // namespace

TEST_CASE("The signs of a pattern bind as in SPARQL") {
  CHECK(course_by("memberOf/^memberOf") == "a alliance b ");
  CHECK(course_by("partyTo/^partyTo") == "a agreement b ");
  CHECK(course_by("memberOf/^partyTo") == "none");
  CHECK(course_by("memberOf/monitors/^partyTo") == "a alliance agreement b ");
  CHECK(course_by("memberOf/^partyTo|partyTo/^partyTo") == "a agreement b ");
  CHECK(course_by("memberOf/(^partyTo|partyTo)/^partyTo") == "none");
  CHECK(course_by("partyTo/^(memberOf/monitors)") == "a agreement alliance b ");
  CHECK(course_by("partyTo/^monitors/^memberOf") == "a agreement alliance b ");
  CHECK(course_by("partyTo/^(partyTo)") == "a agreement b ");
  CHECK(course_by("any/any") == "none");
  CHECK(course_by("(any|^any)+") == "a alliance b ");
  CHECK(course_by("any/^any") == "a alliance b ");
  CHECK(course_by("any+/^any") == "a alliance b ");
  CHECK(course_by("any*/^partyTo") == "a agreement b ");
  CHECK(course_by("memberOf?/partyTo/^partyTo?") == "a agreement b ");
  CHECK(course_by(" member-of / ^ MEMBER_OF ") == "a alliance b ");
}

TEST_CASE("A pattern tests the types of what a path passes") {
  CHECK(course_by("any/[Agreement]/^any") == "a agreement b ");
  CHECK(course_by("any/[Agreement|Organization]/^any") == "a alliance b ");
  CHECK(course_by("any/[Actor]/^any") == "a alliance b ");
  CHECK(course_by("[State]/any/^any/[State]") == "a alliance b ");
  CHECK(course_by("[Person]/any/^any") == "none");
  CHECK(course_by("any/^any/[Event]") == "none");
}

TEST_CASE("A path without steps fits what may be left out altogether") {
  const KnowledgeGraph graph = treaty();
  const EntityId a = *graph.entity_with_key("a");
  CHECK(shortest_paths(graph, a, a, 2, {.via = pattern("memberOf*")}) == std::vector{Path{a, {}}});
  CHECK(shortest_paths(graph, a, a, 2, {.via = pattern("[State]")}) == std::vector{Path{a, {}}});
  CHECK(shortest_paths(graph, a, a, 2, {.via = pattern("memberOf/^memberOf")}).empty());
}

TEST_CASE("A pattern that cannot be read is complained of at its place") {
  CHECK(complaint("") == "0: expected a predicate, any, ( or [");
  CHECK(complaint("membrOf/partyTo") == "0: unknown predicate \"membrOf\": did you mean memberOf?");
  CHECK(complaint("memberOf/xyz") == "9: unknown predicate \"xyz\"");
  CHECK(complaint("memberOf/ ") == "10: expected a predicate, any, ( or [");
  CHECK(complaint("memberOf partyTo") == "9: expected /, | or the end");
  CHECK(complaint("(memberOf|partyTo") == "17: expected )");
  CHECK(complaint("memberOf)") == "8: expected /, | or the end");
  CHECK(complaint("memberOf**") == "9: expected /, | or the end");
  CHECK(complaint("any/[Stat]") == "5: unknown type \"Stat\": did you mean State?");
  CHECK(complaint("any/[State") == "10: expected | or ]");
  CHECK(complaint("any/[]") == "5: expected a type");
  CHECK(complaint("^^any") == "1: expected a predicate, any, ( or [");
  CHECK(complaint("é") == "0: expected a predicate, any, ( or [");
  CHECK(complaint(std::string(101, '(')) == "100: too many parentheses within each other");
}

TEST_CASE("A pattern keeps its text") {
  CHECK(pattern("memberOf/^partyTo").text() == "memberOf/^partyTo");
}
