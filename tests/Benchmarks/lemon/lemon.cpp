// The same file through LEMON's MaxWeightedMatching, one line of the same form.
#include <lemon/matching.h>
#include <lemon/smart_graph.h>
#include <sys/resource.h>

#include <chrono>
#include <cstdio>
#include <vector>

int main(int argc, char** argv) {
    std::FILE* file = argc == 2 ? std::fopen(argv[1], "r") : nullptr;
    int vertices;
    long edges;
    if (!file || std::fscanf(file, "%d %ld", &vertices, &edges) != 2) {
        std::fprintf(stderr, "Which file?\n");
        return 1;
    }

    lemon::SmartGraph graph;
    graph.reserveNode(vertices);
    graph.reserveEdge(edges);
    std::vector<lemon::SmartGraph::Node> nodes(vertices);
    for (auto& node : nodes) node = graph.addNode();
    std::vector<long> weights(edges);
    for (auto& weight : weights) {
        int u, v;
        if (std::fscanf(file, "%d %d %ld", &u, &v, &weight) != 3) return 1;
        graph.addEdge(nodes[u], nodes[v]);
    }
    lemon::SmartGraph::EdgeMap<long> map(graph);
    for (lemon::SmartGraph::EdgeIt edge(graph); edge != lemon::INVALID; ++edge) map[edge] = weights[graph.id(edge)];

    lemon::MaxWeightedMatching<lemon::SmartGraph, lemon::SmartGraph::EdgeMap<long>> matching(graph, map);
    auto begin = std::chrono::steady_clock::now();
    matching.run();
    double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();

    rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    std::printf("size %d weight %ld seconds %.4f memory_mb %ld\n", matching.matchingSize(), (long)matching.matchingWeight(), seconds, usage.ru_maxrss / 1024);
}
