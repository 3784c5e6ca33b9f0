"""Articles with facts, built by hand: invented persons, real kinds of offices."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kg.graph.complete import assemble
from kg.graph.dataset import Dataset
from kg.graph.facts import quads
from kg.model import (
    Agent,
    Article,
    CleanText,
    Directive,
    Document,
    Extraction,
    Factuality,
    Force,
    Identified,
    MentionKind,
    OffsetMap,
    Polarity,
    SlotConfidence,
    Span,
    Statement,
    Tenure,
    Thing,
)

POST, UNIT, GROUP, PERSON = MentionKind.POST, MentionKind.UNIT, MentionKind.GROUP, MentionKind.PERSON

KAPOLDA = Thing(
    "id/post/kapolda-lampung",
    POST,
    "Kapolda Lampung",
    "Chief of the Lampung Regional Police",
    post_kind="Kapolda",
    unit="id/unit/polda-lampung",
    leads="id/unit/polda-lampung",
    known=True,
)
KAPOLRES = Thing(
    "id/post/kapolres-pesawaran",
    POST,
    "Kapolres Pesawaran",
    post_kind="Kapolres",
    unit="id/unit/polres-pesawaran",
    leads="id/unit/polres-pesawaran",
    known=True,
)
KAPOLSEK = Thing(
    "id/post/kapolsek-kedondong",
    POST,
    "Kapolsek Kedondong",
    post_kind="Kapolsek",
    unit="id/unit/polsek-kedondong",
    leads="id/unit/polsek-kedondong",
)
KAPOLRI = Thing(
    "id/post/kapolri",
    POST,
    "Kapolri",
    "Chief of the National Police",
    post_kind="Kapolri",
    unit="id/unit/polri",
    leads="id/unit/polri",
    known=True,
)
KABID = Thing(
    "id/post/kabid-humas-polda-lampung",
    POST,
    "Kabid Humas Polda Lampung",
    post_kind="Kabid Humas",
    unit="id/unit/polda-lampung",
    known=True,
)
POLRI = Thing(
    "id/unit/polri", UNIT, "Polri", "Indonesian National Police", alt=("Kepolisian Republik Indonesia",), known=True
)
POLDA = Thing(
    "id/unit/polda-lampung", UNIT, "Polda Lampung", parents=("id/unit/polri",), place="id/place/lampung", known=True
)
POLRES = Thing("id/unit/polres-pesawaran", UNIT, "Polres Pesawaran", parents=("id/unit/polda-lampung",), known=True)
POLSEK = Thing(
    "id/unit/polsek-kedondong",
    UNIT,
    "Polsek Kedondong",
    parents=("id/unit/polres-pesawaran",),
    doubt="not in the gazetteer",
)
LAMPUNG = Thing("id/place/lampung", MentionKind.PLACE, "Lampung", code="18", known=True)
JAJARAN = Thing("id/group/jajaran-polda-lampung", GROUP, "jajaran Polda Lampung", unit="id/unit/polda-lampung")
WARGA = Thing("id/group/masyarakat", GROUP, "masyarakat")
BUDI = Thing(
    "id/person/1f00b0d1",
    PERSON,
    "Budi Santosa Wirya",
    alt=("Budi", "Budi Santosa"),
    reasons=("full name and post agree",),
)
RATNA = Thing("id/person/2f00b0d1", PERSON, "Ratna Kusumawati")
JOKO = Thing("id/person/4f00b0d1", PERSON, "Joko Prasetyo")
SITI = Thing("id/person/5f00b0d1", PERSON, "Siti Marwah")
HERMAN = Thing("id/person/3f00b0d1", PERSON, "Herman Saragi")
THINGS = (
    KAPOLDA,
    KAPOLRES,
    KAPOLSEK,
    KAPOLRI,
    KABID,
    POLRI,
    POLDA,
    POLRES,
    POLSEK,
    LAMPUNG,
    JAJARAN,
    WARGA,
    BUDI,
    RATNA,
    HERMAN,
    JOKO,
    SITI,
)

OFFICES = {
    "Kapolda Lampung": KAPOLDA.iri,
    "Kapolres Pesawaran": KAPOLRES.iri,
    "Kapolsek Kedondong": KAPOLSEK.iri,
    "Kapolri": KAPOLRI.iri,
    "Kabid Humas Polda Lampung": KABID.iri,
    "jajaran": JAJARAN.iri,
    "masyarakat": WARGA.iri,
}
PERSONS = {
    "Budi Santosa Wirya": BUDI.iri,
    "Ratna Kusumawati": RATNA.iri,
    "Herman Saragi": HERMAN.iri,
    "Joko Prasetyo": JOKO.iri,
    "Siti Marwah": SITI.iri,
}
PLACES = {"Lampung": LAMPUNG.iri}

TEXT = (
    "Kapolda Lampung Perintahkan Kapolres Pesawaran Amankan Gudang\n\n"
    "BANDAR LAMPUNG - Kapolda Lampung Irjen Pol Budi Santosa Wirya memerintahkan Kapolres Pesawaran "
    "menjaga gudang logistik selama masa tenang, Minggu (24/11/2024). "
    "Ia melarang jajaran menerima pemberian dari pasangan calon.\n\n"
    '"Kami mengimbau masyarakat melapor jika ada intimidasi," kata Kabid Humas Polda Lampung Kombes Pol Ratna '
    "Kusumawati. Kapolda membantah telah memerintahkan Kapolsek Kedondong membubarkan rapat warga.\n"
)


def span(phrase: str, after: str = "", text: str = TEXT) -> Span:
    """Where `phrase` stands first in `text` after the first `after`."""
    start = text.index(phrase, text.index(after) + len(after) if after else 0)
    return Span(start, start + len(phrase))


def identify(
    text: str,
    *,
    id: str = "lampung-1",  # noqa: A002 - the field's name
    title: str = "",
    outlet: str = "Kabar Selatan",
    published: date | None = date(2024, 11, 24),
    directives: tuple[Directive, ...] = (),
    statements: tuple[Statement, ...] = (),
    tenures: tuple[Tenure, ...] = (),
    things: tuple[Thing, ...] = THINGS,
) -> Identified:
    """An identified extraction of `text` with the facts given."""
    article = Article(
        id=id,
        text=text,
        title=title or text.split("\n")[0],
        published=published,
        outlet=outlet,
        url=f"https://kabar.example/{id}",
    )
    clean = CleanText(article, text, OffsetMap((0,), (0,), (len(text),), len(text)), dateline_place="BANDAR LAMPUNG")
    extraction = Extraction(Document(clean, ()), directives=directives, statements=statements, tenures=tenures)
    return Identified(extraction, tuple(sorted(things, key=lambda t: t.iri)), OFFICES, PERSONS, PLACES)


_FIRST = span("Kapolda Lampung Irjen Pol Budi", text=TEXT)
_SENTENCE = Span(span("Kapolda Lampung Irjen").start, span("Ia melarang").start - 1)
BUDI_KAPOLDA = Agent(
    POST,
    "Kapolda Lampung",
    "Budi Santosa Wirya",
    "Irjen Pol",
    mention=span("Kapolda Lampung", "BANDAR LAMPUNG - "),
)
ORDER = Directive(
    trigger=span("memerintahkan"),
    cue="memerintahkan",
    force=Force.ORDER,
    polarity=Polarity.DO,
    sentence=_SENTENCE,
    rule="active-verb",
    issuer=BUDI_KAPOLDA,
    addressees=(Agent(POST, "Kapolres Pesawaran", mention=span("Kapolres Pesawaran", "memerintahkan ")),),
    content=span("menjaga gudang logistik selama masa tenang"),
    action="menjaga",
    object="gudang logistik",
    period=span("selama masa tenang"),
    date=date(2024, 11, 24),
    date_basis="explicit",
    place="Lampung",
    confidence=SlotConfidence(0.93, 0.9, 0.88, 0.71),
    reasons=("subject of the cue",),
)
PROHIBITION = Directive(
    trigger=span("melarang"),
    cue="melarang",
    force=Force.FORBID,
    polarity=Polarity.DONT,
    sentence=span("Ia melarang jajaran menerima pemberian dari pasangan calon."),
    rule="active-verb",
    issuer=replace(BUDI_KAPOLDA, mention=span("Ia"), antecedent=_FIRST),
    addressees=(Agent(GROUP, "jajaran", mention=span("jajaran")),),
    content=span("menerima pemberian dari pasangan calon"),
    date=date(2024, 11, 24),
    date_basis="date of the sentence before",
)
APPEAL = Directive(
    trigger=span("mengimbau"),
    cue="mengimbau",
    force=Force.URGE,
    polarity=Polarity.DO,
    sentence=span(TEXT[span('"Kami').start : span("Kapolda membantah").start - 1]),
    rule="active-verb",
    issuer=Agent(POST, "Kabid Humas Polda Lampung", "Ratna Kusumawati", "Kombes Pol", mention=span("Kami")),
    addressees=(Agent(GROUP, "masyarakat", mention=span("masyarakat")),),
    content=span("melapor jika ada intimidasi"),
    condition=span("jika ada intimidasi"),
    quoted=True,
)
DENIAL = Directive(
    trigger=span("memerintahkan", "membantah telah "),
    cue="memerintahkan",
    force=Force.ORDER,
    polarity=Polarity.DO,
    factuality=Factuality.DENIED,
    sentence=span("Kapolda membantah telah memerintahkan Kapolsek Kedondong membubarkan rapat warga."),
    rule="active-verb",
    issuer=replace(BUDI_KAPOLDA, mention=span("Kapolda", "Ratna Kusumawati. ")),
    addressees=(Agent(POST, "Kapolsek Kedondong", mention=span("Kapolsek Kedondong")),),
    content=span("membubarkan rapat warga"),
)
SAYING = Statement(
    cue=span("kata", '"'),
    sentence=APPEAL.sentence,
    rule="cue-after-quotation",
    speaker=Agent(POST, "Kabid Humas Polda Lampung", "Ratna Kusumawati", "Kombes Pol"),
    content=(span("Kami mengimbau masyarakat melapor jika ada intimidasi"),),
    direct=True,
)
TENURES = (
    Tenure(
        "Budi Santosa Wirya",
        "Kapolda Lampung",
        "Irjen Pol",
        evidence=_SENTENCE,
        cited=date(2024, 11, 24),
        rule="apposition",
    ),
    Tenure(
        "Ratna Kusumawati",
        "Kabid Humas Polda Lampung",
        "Kombes Pol",
        evidence=APPEAL.sentence,
        cited=date(2024, 11, 24),
    ),
)
LAMPUNG_ARTICLE = identify(TEXT, directives=(ORDER, PROHIBITION, APPEAL, DENIAL), statements=(SAYING,), tenures=TENURES)

TEXT_2 = (
    "Kapolri Minta Kapolda Lampung Awasi Distribusi\n\n"
    "Kapolri meminta Kapolda Lampung mengawasi distribusi beras, Senin (2/12/2024). "
    "Mantan Kapolda Lampung Herman Saragi hadir.\n"
)
REQUEST = Directive(
    trigger=span("meminta", text=TEXT_2),
    cue="meminta",
    force=Force.REQUEST,
    polarity=Polarity.DO,
    sentence=Span(span("Kapolri meminta", text=TEXT_2).start, span("Mantan", text=TEXT_2).start - 1),
    rule="active-verb",
    issuer=Agent(POST, "Kapolri", mention=span("Kapolri", "\n\n", TEXT_2)),
    addressees=(Agent(POST, "Kapolda Lampung", mention=span("Kapolda Lampung", "meminta ", TEXT_2)),),
    content=span("mengawasi distribusi beras", text=TEXT_2),
    date=date(2024, 12, 2),
    date_basis="explicit",
)
KAPOLRI_ARTICLE = identify(
    TEXT_2,
    id="nasional-1",
    outlet="Warta Nusa",
    published=date(2024, 12, 2),
    directives=(REQUEST,),
    tenures=(
        Tenure(
            "Herman Saragi",
            "Kapolda Lampung",
            former=True,
            cited=date(2024, 12, 2),
            evidence=span("Mantan Kapolda Lampung Herman Saragi hadir.", text=TEXT_2),
            rule="former",
        ),
    ),
)

TEXT_3 = (
    "Gudang Logistik Pesawaran Dijaga\n\n"
    "Kabid Humas Polda Lampung menyebut Kapolda telah memerintahkan Kapolres Pesawaran menjaga gudang logistik, "
    "Minggu (24/11/2024).\n"
)
PASSED_ON = Directive(
    trigger=span("memerintahkan", text=TEXT_3),
    cue="memerintahkan",
    force=Force.ORDER,
    polarity=Polarity.DO,
    sentence=Span(span("Kabid Humas", text=TEXT_3).start, len(TEXT_3) - 1),
    rule="active-verb",
    issuer=Agent(POST, "Kapolda Lampung", mention=span("Kapolda", "menyebut ", TEXT_3)),
    source=Agent(POST, "Kabid Humas Polda Lampung", "Ratna Kusumawati", mention=span("Kabid Humas", text=TEXT_3)),
    addressees=(Agent(POST, "Kapolres Pesawaran", mention=span("Kapolres Pesawaran", text=TEXT_3)),),
    content=span("menjaga gudang logistik", text=TEXT_3),
    action="Menjaga",
    object="gudang logistik",
    date=date(2024, 11, 24),
    date_basis="explicit",
    confidence=SlotConfidence(0.75, 0.7, 0.7, 0.7),
)
WAREHOUSE_ARTICLE = identify(
    TEXT_3, id="pesawaran-1", outlet="Warta Nusa", published=date(2024, 11, 25), directives=(PASSED_ON,)
)

TEXT_4 = (
    "Warga Diminta Tertib\n\n"
    "Kapolri melarang masyarakat menutup jalan, Rabu (4/12/2024). Esoknya Kapolda Lampung Irjen Pol Joko Prasetyo "
    'mengajak masyarakat menutup jalan untuk pawai. "Laporkan setiap pungli," tegas Siti Marwah.\n'
)
ROADS_CLOSED = Directive(
    trigger=span("melarang", text=TEXT_4),
    cue="melarang",
    force=Force.FORBID,
    polarity=Polarity.DONT,
    sentence=span("Kapolri melarang masyarakat menutup jalan, Rabu (4/12/2024).", text=TEXT_4),
    rule="active-verb",
    issuer=Agent(POST, "Kapolri", mention=span("Kapolri", text=TEXT_4)),
    addressees=(Agent(GROUP, "masyarakat", mention=span("masyarakat", text=TEXT_4)),),
    content=span("menutup jalan", text=TEXT_4),
    action="menutup",
    object="jalan",
    date=date(2024, 12, 4),
    date_basis="explicit",
)
PARADE = Directive(
    trigger=span("mengajak", text=TEXT_4),
    cue="mengajak",
    force=Force.URGE,
    polarity=Polarity.DO,
    sentence=Span(span("Esoknya", text=TEXT_4).start, span('"Laporkan', text=TEXT_4).start - 1),
    rule="active-verb",
    issuer=Agent(POST, "Kapolda Lampung", "Joko Prasetyo", "Irjen Pol", mention=span("Kapolda Lampung", text=TEXT_4)),
    addressees=(Agent(GROUP, "masyarakat", mention=span("masyarakat", "mengajak ", TEXT_4)),),
    content=span("menutup jalan untuk pawai", text=TEXT_4),
    action="menutup",
    object="jalan",
    purpose=span("untuk pawai", text=TEXT_4),
    date=date(2024, 12, 5),
    date_basis="relative to the sentence before",
)
IMPERATIVE = Directive(
    trigger=span("Laporkan", text=TEXT_4),
    cue="Laporkan",
    force=Force.ORDER,
    polarity=Polarity.DO,
    sentence=Span(span('"Laporkan', text=TEXT_4).start, len(TEXT_4) - 1),
    rule="quoted-imperative",
    issuer=Agent(PERSON, person="Siti Marwah", mention=span("Siti Marwah", text=TEXT_4)),
    content=span("Laporkan setiap pungli", text=TEXT_4),
    quoted=True,
)
ROADS_ARTICLE = identify(
    TEXT_4,
    id="jalan-1",
    outlet="Suara Pesisir",
    published=date(2024, 12, 5),
    directives=(ROADS_CLOSED, PARADE, IMPERATIVE),
    tenures=(
        Tenure(
            "Joko Prasetyo",
            "Kapolda Lampung",
            "Irjen Pol",
            evidence=PARADE.sentence,
            cited=date(2024, 12, 5),
            rule="apposition",
        ),
    ),
)
ARTICLES = (LAMPUNG_ARTICLE, KAPOLRI_ARTICLE, WAREHOUSE_ARTICLE, ROADS_ARTICLE)


def sample() -> Dataset:
    """The whole graph of the articles above."""
    return assemble(quads(article) for article in ARTICLES)
