"""The order of the stages: read, clean, parse, extract, resolve, identify. Nothing else happens here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kg.article import CleanRules, clean
from kg.calibration import Calibration, confident, read_calibration
from kg.collector import paused
from kg.errors import InputError
from kg.extract import seen
from kg.extract.directives import find_directives
from kg.extract.enumerations import with_enumerations
from kg.extract.grammar import Grammar
from kg.extract.grammar_classes import build_grammar
from kg.extract.mentions import find_mentions
from kg.extract.quotations import find_quotations
from kg.extract.refutation import refute
from kg.extract.statements import find_statements, without_demands
from kg.extract.statements_words import reporting_words
from kg.extract.tenures import find_tenures
from kg.lexicon.load import Lexicon, load
from kg.model import (
    Article,
    CleanText,
    Directive,
    Document,
    Extraction,
    Quotation,
    SeenCue,
    Sentence,
    Statement,
    Verdict,
)
from kg.resolve.dates import speech_dates
from kg.resolve.dates_stated import DateWords
from kg.resolve.directives import resolve_directives
from kg.resolve.discourse import build_discourse
from kg.resolve.entities import link_entities
from kg.resolve.persons_match import clusters, match_persons
from kg.resolve.roles import Roles
from kg.resolve.spans import SpanIndex

if TYPE_CHECKING:
    from kg.graph.stores import GraphStore
    from kg.parse import Parser

Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Stages:
    """What the stages read, prepared once: the lexicon, the cleaner's rules, the grammar of directives, the words for
    those whom they concern, and how often each rule is right.
    """

    lexicon: Lexicon
    clean_rules: CleanRules
    grammar: Grammar
    roles: Roles
    date_words: DateWords
    calibration: Calibration


@paused()
def prepare(extra_lexicons: Sequence[Path] = ()) -> Stages:
    """The stages with the embedded lexicon and the user's own files; raises `LexiconError`."""
    lexicon = load(extra_lexicons)
    grammar = build_grammar(lexicon)
    roles = Roles(
        victim=grammar.victim,
        culprit=grammar.culprit,
        luring=grammar.luring,
        kin=grammar.kin,
        press=grammar.press,
        recipient=grammar.to_person | grammar.presence,
        directed_at=grammar.directed_at,
        demand=grammar.demand,
        generic=grammar.generic,
        speech=grammar.speech_noun,
        public=grammar.public,
        quantifier=grammar.quantifier,
        second_person=grammar.second_person,
        relative=grammar.relative,
        testifying=grammar.testifying,
        giving=grammar.giving,
        orating=grammar.orating,
        meeting=grammar.meeting,
        conversing=grammar.conversing,
        gathering=grammar.gathering,
        companion=grammar.companion,
        directive_document=grammar.directive_document,
        signed=grammar.signed,
        signing=grammar.signing,
        by=grammar.by,
        as_it_came=grammar.as_it_came,
        officer=grammar.officer,
        going_on=grammar.going_on,
        and_then=grammar.and_then,
        hardship=grammar.hardship,
        necessity=grammar.necessity,
        thus=grammar.thus,
        vague_body=grammar.vague_body,
        incident=grammar.incident,
        time=grammar.time,
        tie=grammar.tie,
        named_as=grammar.named_as,
        everyday_request=grammar.everyday_request,
        already=grammar.already,
        bystander=grammar.bystander | grammar.petitioner | grammar.press | grammar.kin,
        no_command=grammar.no_command,
        informing=grammar.informing,
        court=grammar.court,
        hoping=grammar.hoping,
        offender=grammar.culprit - grammar.testifying,
        person_article=grammar.person_article,
        rally=grammar.rally,
        counted=grammar.counted,
        body=grammar.body | grammar.body_noun | grammar.quantifier,
        police_body=grammar.police_body,
        police_word=grammar.police_word,
        government=grammar.government,
        government_office=grammar.government_office,
        opinion=grammar.opinion,
        obligation=grammar.obligation - grammar.prohibitive,
        possibility=grammar.possibility,
        having=grammar.having,
        participation=grammar.participation | grammar.contribution,
        needed=grammar.needed,
        adding=grammar.adding,
        of=grammar.giver_marker,
        parents=grammar.parents,
        assigning=grammar.assigning,
        in_the_past=grammar.in_the_past,
        remembering=grammar.remembering,
        title_of_address=grammar.title_of_address,
    )
    dates = DateWords.from_words(lexicon.words, grammar.already)
    return Stages(lexicon, CleanRules.from_words(lexicon.words), grammar, roles, dates, read_calibration(lexicon))


def parser(
    stages: Stages,
    models: str = "embedded",
    cache: Path | None = None,
    threads: int | None = None,
    *,
    treebank: bool = False,
    style: str = "csui",
) -> Parser:
    """The parser with the lexicon's abbreviations; parsing loads torch and stanza. Raises `ModelError`.

    `treebank` keeps a quotation of several sentences whole, as the treebanks do, for scoring against them; `style` says
    whose conventions the trees follow (`kg.parse.styles`).
    """
    from kg.parse import Parser

    words = stages.lexicon.words("leading-abbreviation")
    return Parser(models, cache, threads, words, whole_quotations=treebank, style=style)


@paused()  # of the thousands of records that an article makes none is in a cycle
def extract(document: Document, stages: Stages) -> Extraction:
    """All facts of one parsed article: pure, the same document gives the same facts."""
    lexicon = stages.lexicon
    mentions = find_mentions(document, lexicon)
    entities = link_entities(document, mentions, lexicon)
    tenures = find_tenures(document, mentions, entities, lexicon)
    quotations = _voices(document, lexicon)
    drafts = find_directives(document, mentions, quotations, stages.grammar)
    reports = without_demands(document, find_statements(document, mentions, quotations, lexicon), drafts)
    discourse = build_discourse(document, mentions, entities, quotations, reports, lexicon)
    drafts = refute(document, drafts, quotations, stages.grammar)
    dates = speech_dates(document, discourse, quotations, drafts, stages.date_words)
    statements = discourse.statements(dates.by_sentence)
    resolved = resolve_directives(document, drafts, mentions, discourse, dates, stages.roles)
    directives = confident(resolved, stages.calibration)
    return Extraction(
        document=document,
        mentions=mentions,
        entities=entities,
        directives=directives,
        statements=without_directives(statements, directives),
        tenures=tenures,
    )


def _voices(document: Document, lexicon: Lexicon) -> tuple[Quotation, ...]:
    """What stands in an article in the words of somebody else: its quotations and the points of announced lists."""
    return with_enumerations(document, find_quotations(document), reporting_words(lexicon))


def warm(stages: Stages) -> None:
    """Has the rules compile what they keep of the lexicon, which the first article would otherwise wait for."""
    extract(Document(clean(Article("", ""), stages.clean_rules), ()), stages)


def cues_seen(extraction: Extraction, stages: Stages, sentence: Sentence) -> tuple[SeenCue, ...]:
    """The cues of one sentence of an article, and what each lacked for a directive."""
    document = extraction.document
    return seen.cues_seen(document, extraction.mentions, _voices(document, stages.lexicon), stages.grammar, sentence)


def without_directives(statements: Iterable[Statement], directives: Iterable[Directive]) -> tuple[Statement, ...]:
    """The statements whose cue is no directive's trigger; a cue that attributes a quotation is one all the same."""
    triggers = SpanIndex(directive.trigger for directive in directives)
    return tuple(one for one in statements if one.direct or not triggers.any_overlapping(one.cue))


def cleaned(
    articles: Iterable[Article | InputError], stages: Stages, reject: Callable[[InputError], None]
) -> Iterator[CleanText]:
    """The cleaned texts of the articles that can be read; the others are handed to `reject`."""
    for article in articles:
        if isinstance(article, InputError):
            reject(article)
            continue
        text = clean(article, stages.clean_rules)
        if not text.text.strip():
            reject(InputError(article.source or article.id, "no text of an article is left after cleaning"))
            continue
        yield text


def run(
    articles: Iterable[Article | InputError],
    stages: Stages,
    parse: Parser,
    reject: Callable[[InputError], None],
    progress: Progress | None = None,
) -> Iterator[Extraction]:
    """The extractions of all articles that can be read, in their order."""
    for document in parse.parse(cleaned(articles, stages, reject), progress):
        yield extract(document, stages)


def join_persons(dataset: GraphStore, lexicon: Lexicon, judgements: Mapping[tuple[str, str], Verdict]) -> int:
    """Says in the graph which persons of different articles are one; the number that are one with another.

    It compares all persons of the dataset anew, so neither their order nor how the work was split matters.
    """
    from kg.graph.persons import record_matches, sightings

    matches = match_persons(sightings(dataset), lexicon, judgements)
    return record_matches(dataset, matches, clusters(matches))
