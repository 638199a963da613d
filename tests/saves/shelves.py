"""Libraries read with and without an index, and whether both say the same: to the last letter of every fact."""

import random
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from quizgame.banks.entries import TERM
from quizgame.banks.files.read import Library, read_library
from quizgame.banks.pack import Pack
from quizgame.banks.shelved import ShelvedPack
from quizgame.game.draw.cards import cards_of
from quizgame.game.draw.questions import CHOICE, DATE, ORDERING, draw_round
from quizgame.game.draw.tables import tables_of
from quizgame.saves.library_index import LibraryIndex


@contextmanager
def read_with_index(folder: Path, saves: Path) -> Iterator[Library]:
    """A library as a start of the program has it; the index is open as long as this lasts."""
    saves.mkdir(exist_ok=True)
    with closing(LibraryIndex(saves)) as index:
        library = read_library((folder,), before=index)
        index.write()
        yield library


def came_from_index(library: Library) -> list[bool]:
    """Of each pack."""
    return [isinstance(files.pack, ShelvedPack) for files in library.packs]


def assert_alike(found: Library, wanted: Library) -> None:
    """What is told and what plays is the same."""
    assert found.told == wanted.told
    assert [(one.folder, one.shipped) for one in found.packs] == [(one.folder, one.shipped) for one in wanted.packs]
    for one, other in zip(found.packs, wanted.packs, strict=True):
        assert_same(one.pack, other.pack)


def assert_same(found: Pack, wanted: Pack) -> None:
    """A pack in memory and one that is not say the same, whatever is asked, and draw the same rounds."""
    heads = [(pack.id, pack.about, pack.revision, pack.topics, pack.layout, pack.questions) for pack in (found, wanted)]
    assert heads[0] == heads[1]
    assert list(found.terms) == list(wanted.terms)
    assert list(found.glossary()) == list(wanted.glossary())
    for topic in wanted.topics:
        assert list(found.entries(topic)) == list(wanted.entries(topic))
        assert list(found.alike(topic)) == list(wanted.alike(topic))
        assert list(found.events(topic)) == list(wanted.events(topic))
        assert list(found.terms_of(topic)) == list(wanted.terms_of(topic))
        assert list(found.events_of(topic)) == list(wanted.events_of(topic))
        assert list(found.facts_of(topic)) == list(wanted.facts_of(topic))
        for importance in (TERM, 1, 2, 3):
            assert list(found.asked(topic, importance)) == list(wanted.asked(topic, importance))
    for bank in wanted.banks:
        assert (found.bank(bank.topic), found.group(bank)) == (bank, wanted.group(bank))
        assert found.bank(bank.topic).model_dump() == bank.model_dump()
        for name in (*(fact.id for fact in bank.facts), *(term.id for term in bank.terms)):
            assert found.source_of(name) == wanted.source_of(name)
            assert (found.entry(name), found.drawn_by(name)) == (wanted.entry(name), wanted.drawn_by(name))
            assert list(cards_of(found, bank.topic, name)) == list(cards_of(wanted, bank.topic, name))
    assert not found.has("nobody-wrote-this")
    assert tables_of(found).first_year == tables_of(wanted).first_year
    for seed in range(3):
        drawn = [
            draw_round(pack, pack.topics, 8, random.Random(seed), kinds=(CHOICE, ORDERING, DATE))
            for pack in (found, wanted)
        ]
        assert drawn[0] == drawn[1]
