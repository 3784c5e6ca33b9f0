"""Articles come, change and go in a store of any kind: the graph is that of one build."""

from __future__ import annotations

from contextlib import closing

import pytest

from tests.build.invented import article
from tests.build.test_merge import SIZES, at_once, facts, merger
from tests.stores.conftest import KINDS, Open, empty


@pytest.mark.parametrize("kind", KINDS)
def test_articles_come_change_and_go(opening: Open, kind: str) -> None:
    built = [article(f"berita-{number}", f"berita-{number}/0", SIZES) for number in range(4)]
    changed = article("berita-1", "berita-1/1", SIZES)
    with closing(opening(kind)) as store:
        empty(store)
        merging = merger(store)
        assert merging.put(built) == ()
        merging.put([changed])
        merging.remove([built[2].graph])
        merging.finish()
        assert facts(store) == facts(at_once([built[0], changed, built[3]]))
        empty(store)
