"""Benchmarks: not collected as tests; `python -m tests.bench` prints the table of the README."""
