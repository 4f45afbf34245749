// A KnowledgeGraph as a graph of Boost.Graph, for whoever wants an algorithm that Entente does not have.
//
//     #include <entente/boost_graph.hpp>
//     #include <boost/graph/breadth_first_search.hpp>
//
//     boost::breadth_first_search(graph, kosovo.index(), boost::visitor(visitor));
//
// It models VertexListGraph, EdgeListGraph, BidirectionalGraph and AdjacencyGraph. Vertices and edges are the indexes
// of entities and relations: `EntityId(vertex)` and `RelationId(edge)` give the ids back, and the property maps
// `get(boost::vertex_index, graph)` and `get(boost::edge_index, graph)` map them to themselves. Edges lead from subject
// to object, those of symmetric predicates as well. The only header of Entente that needs Boost.
#pragma once

#include <cstddef>
#include <span>
#include <utility>

#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <boost/iterator/transform_iterator.hpp>
#include <boost/property_map/property_map.hpp>

#include <entente/knowledge_graph.hpp>

namespace entente {

/// The types that go with a KnowledgeGraph in Boost.Graph; iterators live as long as any copy of the graph.
struct BoostGraphTraits {
  struct Index {
    std::size_t operator()(RelationId id) const { return id.index(); }
  };
  struct Object {
    RelationList relations{};
    std::size_t operator()(RelationId id) const { return relations[id.index()].object.index(); }
  };
  struct traversal_category : boost::vertex_list_graph_tag,
                              boost::edge_list_graph_tag,
                              boost::bidirectional_graph_tag,
                              boost::adjacency_graph_tag {};
  using directed_category = boost::bidirectional_tag;
  using edge_parallel_category = boost::allow_parallel_edge_tag;
  using vertex_descriptor = std::size_t;
  using edge_descriptor = std::size_t;
  using vertices_size_type = std::size_t;
  using edges_size_type = std::size_t;
  using degree_size_type = std::size_t;
  using vertex_iterator = boost::counting_iterator<std::size_t>;
  using edge_iterator = boost::counting_iterator<std::size_t>;
  using out_edge_iterator = boost::transform_iterator<Index, const RelationId*>;
  using in_edge_iterator = out_edge_iterator;
  using adjacency_iterator = boost::transform_iterator<Object, const RelationId*>;

  static std::pair<out_edge_iterator, out_edge_iterator> edges(std::span<const RelationId> ids) {
    return {out_edge_iterator(ids.data(), Index{}), out_edge_iterator(ids.data() + ids.size(), Index{})};
  }
};

inline std::size_t num_vertices(const KnowledgeGraph& graph) {
  return graph.entity_count();
}
inline std::size_t num_edges(const KnowledgeGraph& graph) {
  return graph.relation_count();
}

inline std::pair<BoostGraphTraits::vertex_iterator, BoostGraphTraits::vertex_iterator> vertices(
    const KnowledgeGraph& graph) {
  return {BoostGraphTraits::vertex_iterator(0), BoostGraphTraits::vertex_iterator(graph.entity_count())};
}

inline std::pair<BoostGraphTraits::edge_iterator, BoostGraphTraits::edge_iterator> edges(const KnowledgeGraph& graph) {
  return {BoostGraphTraits::edge_iterator(0), BoostGraphTraits::edge_iterator(graph.relation_count())};
}

inline std::size_t source(std::size_t edge, const KnowledgeGraph& graph) {
  return graph.relation(RelationId(edge)).subject.index();
}
inline std::size_t target(std::size_t edge, const KnowledgeGraph& graph) {
  return graph.relation(RelationId(edge)).object.index();
}

inline std::pair<BoostGraphTraits::out_edge_iterator, BoostGraphTraits::out_edge_iterator> out_edges(
    std::size_t vertex, const KnowledgeGraph& graph) {
  return BoostGraphTraits::edges(graph.outgoing(EntityId(vertex)));
}
inline std::pair<BoostGraphTraits::in_edge_iterator, BoostGraphTraits::in_edge_iterator> in_edges(
    std::size_t vertex, const KnowledgeGraph& graph) {
  return BoostGraphTraits::edges(graph.incoming(EntityId(vertex)));
}

inline std::size_t out_degree(std::size_t vertex, const KnowledgeGraph& graph) {
  return graph.outgoing(EntityId(vertex)).size();
}
inline std::size_t in_degree(std::size_t vertex, const KnowledgeGraph& graph) {
  return graph.incoming(EntityId(vertex)).size();
}
inline std::size_t degree(std::size_t vertex, const KnowledgeGraph& graph) {
  return out_degree(vertex, graph) + in_degree(vertex, graph);
}

inline std::pair<BoostGraphTraits::adjacency_iterator, BoostGraphTraits::adjacency_iterator> adjacent_vertices(
    std::size_t vertex, const KnowledgeGraph& graph) {
  const std::span<const RelationId> ids = graph.outgoing(EntityId(vertex));
  const BoostGraphTraits::Object object{graph.relations()};
  return {BoostGraphTraits::adjacency_iterator(ids.data(), object),
          BoostGraphTraits::adjacency_iterator(ids.data() + ids.size(), object)};
}

inline boost::typed_identity_property_map<std::size_t> get(boost::vertex_index_t, const KnowledgeGraph&) {
  return {};
}
inline boost::typed_identity_property_map<std::size_t> get(boost::edge_index_t, const KnowledgeGraph&) {
  return {};
}
inline std::size_t get(boost::vertex_index_t, const KnowledgeGraph&, std::size_t vertex) {
  return vertex;
}
inline std::size_t get(boost::edge_index_t, const KnowledgeGraph&, std::size_t edge) {
  return edge;
}

}  // namespace entente

template <>
struct boost::graph_traits<entente::KnowledgeGraph> : entente::BoostGraphTraits {
  static vertex_descriptor null_vertex() { return static_cast<vertex_descriptor>(-1); }
};

template <>
struct boost::property_map<entente::KnowledgeGraph, boost::vertex_index_t> {
  using type = boost::typed_identity_property_map<std::size_t>;
  using const_type = type;
};

template <>
struct boost::property_map<entente::KnowledgeGraph, boost::edge_index_t> {
  using type = boost::typed_identity_property_map<std::size_t>;
  using const_type = type;
};
