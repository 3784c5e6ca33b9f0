"""The record of a build: complete, valid, the same bytes unless the time is asked for."""

from __future__ import annotations

from datetime import UTC, datetime

from kg.graph.runs import Run, record_run
from kg.graph.validation import check
from tests.graph.factories import sample

RUN = Run({"kg": "0.1.0", "stanza": "1.15.0"}, {"depparse.pt": "ab" * 32}, {"force.ttl": "cd" * 32})


def test_run_is_recorded_and_valid() -> None:
    dataset = sample()
    iri = record_run(dataset, RUN)
    assert check(dataset) == ()
    used = dataset.select(f"SELECT ?label {{ <{iri}> prov:used ?thing . ?thing skos:prefLabel ?label }}").strings()
    assert ("depparse.pt",) in used
    assert ("Warga Diminta Tertib",) in used
    assert len(used) == 6
    versions = dataset.select(
        f"SELECT ?v {{ <{iri}> prov:wasAssociatedWith/dcterms:hasVersion ?v }} ORDER BY ?v"
    ).strings()
    assert versions == [("0.1.0",), ("1.15.0",)]
    generated = dataset.select(
        f"SELECT DISTINCT ?d {{ GRAPH ?g {{ ?d a kg:Directive }} ?g prov:wasGeneratedBy <{iri}> }}"
    )
    assert len(generated.rows) == 9


def test_same_run_same_record() -> None:
    first, second = sample(), sample()
    record_run(first, RUN)
    record_run(second, RUN)
    record_run(second, RUN)
    assert first.quads() == second.quads()
    other = record_run(second, Run({"kg": "0.2.0"}))
    assert not any("0.1.0" in str(quad) for quad in second.quads())
    assert other != record_run(first, RUN)


def test_time_only_when_asked() -> None:
    dataset = sample()
    record_run(dataset, RUN)
    assert dataset.select("SELECT * { ?r prov:startedAtTime ?t }").rows == ()
    record_run(dataset, Run(RUN.programs, started=datetime(2024, 11, 24, 8, 0, tzinfo=UTC)))
    assert dataset.select("SELECT ?t { ?r prov:startedAtTime ?t }").strings() == [("2024-11-24T08:00:00Z",)]
