"""A folder of cards that others use too: theirs stay, ours follow the vault."""

import errno
import sys
from pathlib import Path

import pytest

from netjournal.model.exported import ExportedFile
from netjournal.vault import card_folder
from netjournal.vault.card_folder import CardRules, CardsWritten, write_cards
from netjournal.vault.exports import NotExported

MARK = b"PRODID:-//netjournal//"


def card(uid: str, said: str = "", *, ours: bool = True) -> bytes:
    """A card of a uid, of netjournal's or another's."""
    maker = "netjournal//netjournal" if ours else "Phone//Phone"
    text = f"BEGIN:VCARD\nVERSION:4.0\nPRODID:-//{maker}//EN\nUID:{uid}\nFN:{said}\nEND:VCARD\n"
    return text.replace("\n", "\r\n").encode()


def exported(folder: Path, *uids: str, said: str = "new", **rules: bool) -> CardsWritten:
    """Exports cards; `a`, `b` and `c` are contacts of the vault."""
    cards = [ExportedFile(f"{uid}.vcf", card(uid, said)) for uid in uids]
    return write_cards(folder, cards, CardRules(MARK, frozenset("abc"), **rules))


def test_a_new_folder_is_made_and_filled(tmp_path: Path) -> None:
    folder = tmp_path / "some" / "cards"

    assert exported(folder, "a", "b") == CardsWritten(("a.vcf", "b.vcf"), 0, (), (), (), ())
    assert (folder / "a.vcf").read_bytes() == card("a", "new")


def test_only_what_differs_is_written_again(tmp_path: Path) -> None:
    exported(tmp_path, "a", "b", said="old")
    (tmp_path / "b.vcf").write_bytes(card("b", "new"))

    assert exported(tmp_path, "a", "b") == CardsWritten(("a.vcf",), 1, (), (), (), ())
    assert exported(tmp_path, "a", "b", said="newer").changed == ("a.vcf", "b.vcf")


def test_what_another_program_has_changed_since_is_left_alone_unless_forced(tmp_path: Path) -> None:
    exported(tmp_path, "a", "b")
    (tmp_path / "b.vcf").write_bytes(card("b", "changed on a phone"))

    assert exported(tmp_path, "a", "b") == CardsWritten((), 1, (), ("b.vcf",), (), ())
    assert exported(tmp_path, "a", "b", said="newer").edited == ("b.vcf",)
    assert (tmp_path / "b.vcf").read_bytes() == card("b", "changed on a phone")

    assert exported(tmp_path, "a", "b", force=True).changed == ("a.vcf", "b.vcf")
    assert exported(tmp_path, "a", "b", said="newer").changed == ("a.vcf", "b.vcf")


def test_a_card_that_a_stopped_export_has_written_is_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    exported(tmp_path, "a", "b", said="old")

    def full(path: str, data: bytes, **_: bool) -> None:
        if path.endswith("b.vcf"):
            raise OSError(errno.ENOSPC, "No space left on device")
        Path(path).write_bytes(data)

    with monkeypatch.context() as patch:
        patch.setattr(card_folder, "_write", full)
        with pytest.raises(NotExported, match=r"b\.vcf can't be written: the disk is full"):
            exported(tmp_path, "a", "b", said="new")
    assert (tmp_path / "a.vcf").read_bytes() == card("a", "new")

    assert exported(tmp_path, "a", "b", said="newer").changed == ("a.vcf", "b.vcf")


@pytest.mark.parametrize("damage", [b"", b"[]", b"{", b'{"a.vcf": 1}', None])
def test_without_records_a_card_of_ours_is_as_it_was_written(
    tmp_path: Path, damage: bytes | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    folder = tmp_path / "cards"
    exported(folder, "a")
    (folder / "a.vcf").write_bytes(card("a", "changed on a phone"))
    for file in (tmp_path / "state").rglob("*.json"):
        if damage is None:
            file.unlink()
        else:
            file.write_bytes(damage)

    assert exported(folder, "a").changed == ("a.vcf",)


def test_a_card_under_another_name_keeps_it(tmp_path: Path) -> None:
    (tmp_path / "0f3a.vcf").write_bytes(card("a", "synced"))

    assert exported(tmp_path, "a").changed == ("0f3a.vcf",)
    assert [file.name for file in tmp_path.iterdir()] == ["0f3a.vcf"]


def test_a_card_with_a_folded_uid_is_found(tmp_path: Path) -> None:
    folded = card("a", "old").replace(b"UID:a", b"UI\r\n D:a")
    (tmp_path / "other.vcf").write_bytes(folded)

    assert exported(tmp_path, "a").changed == ("other.vcf",)


@pytest.mark.parametrize(
    "theirs",
    [
        card("a", "with a picture", ours=False),
        card("other", "ours, of somebody else"),
        card("a") + card("b"),
        b"no card",
    ],
)
def test_what_others_wrote_is_left_alone_unless_forced(tmp_path: Path, theirs: bytes) -> None:
    (tmp_path / "a.vcf").write_bytes(theirs)

    assert exported(tmp_path, "a").in_the_way == ("a.vcf",)
    assert (tmp_path / "a.vcf").read_bytes() == theirs

    assert exported(tmp_path, "a", force=True).changed == ("a.vcf",)
    assert (tmp_path / "a.vcf").read_bytes() == card("a", "new")


def test_a_strangers_card_of_the_same_uid_under_another_name_is_not_doubled(tmp_path: Path) -> None:
    (tmp_path / "phone.vcf").write_bytes(card("a", "theirs", ours=False))

    assert exported(tmp_path, "a").in_the_way == ("phone.vcf",)
    assert [file.name for file in tmp_path.iterdir()] == ["phone.vcf"]


def test_cards_of_those_who_are_gone_are_named_and_removed_when_asked(tmp_path: Path) -> None:
    (tmp_path / "gone.vcf").write_bytes(card("gone"))
    (tmp_path / "stranger.vcf").write_bytes(card("stranger", ours=False))
    (tmp_path / "notes.txt").write_bytes(b"PRODID:-//netjournal//")
    exported(tmp_path, "a", "c")

    # Whom the query leaves out is still in the vault.
    assert exported(tmp_path, "a") == CardsWritten((), 1, (), (), ("gone.vcf",), ())
    assert exported(tmp_path, "a", prune=True) == CardsWritten((), 1, (), (), (), ("gone.vcf",))
    assert {file.name for file in tmp_path.iterdir()} == {
        *("a.vcf", "c.vcf", "stranger.vcf", "notes.txt")
    }


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_or_folder_in_the_place_of_a_card_is_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / "cards"
    folder.mkdir()
    outside = tmp_path / "outside.vcf"
    outside.write_bytes(card("a"))
    (folder / "a.vcf").symlink_to(outside)
    (folder / "b.vcf").mkdir()

    assert exported(folder, "a", "b", force=True).in_the_way == ("a.vcf", "b.vcf")
    assert outside.read_bytes() == card("a")
