"""The same graph in memory, on disk and on real SPARQL servers, which the tests start and stop."""
