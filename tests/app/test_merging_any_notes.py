"""Any two notes merged: what either says is there or was asked about, and undo gives it back."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from splicing import notes

from netjournal.app.changing import Because
from netjournal.app.following import Renaming
from netjournal.app.merging import Two, merge
from netjournal.app.workspace import Workspace
from netjournal.notes.splicing.note import Refusal
from netjournal.notes.splicing.pairs import Clash
from netjournal.vault import state
from netjournal.vault.changes import undo_last

WHY = Because("merge", "2026-11-28T10:00:00")
TWO = Two("contacts/ann.md", "contacts/ana.md")
REST = {
    "contacts/ben.md": (
        b"---\r\nname: Ben # [[ann]]\r\nknows: [ann, x]\r\n---\r\n\r\nwith [[ann|A]]\r\n"
    ),
    "contacts/cy.md": b"\xef\xbb\xbf---\nname: Cy\n---\nann, `[[ann]]`\n",
    "journal/2026-01-01.md": b"- [A](../contacts/ann.md) and [[ben]]  \n",
}
AFTERWARDS = {
    "contacts/ben.md": REST["contacts/ben.md"]
    .replace(b"knows: [ann", b"knows: [ana")
    .replace(b"with [[ann", b"with [[ana"),
    "contacts/cy.md": REST["contacts/cy.md"],
    "journal/2026-01-01.md": REST["journal/2026-01-01.md"].replace(b"ann.md", b"ana.md"),
}
_MORE = st.sampled_from(
    [
        "",
        "last_contact: 2026-01-03\n",
        "last_contact: 2025-01-03 # seen\n",
        "met: 2019-05\n",
        "met: 2020\n",
        "home: {city: Porto, since: 1990} # nested\n",
        "# of homes\nhome:\n  city: Faro # c\n  # between\n  rooms: [1, 2]\n",
        "notes: |\n  # no comment\n  two\n\n  three\n",
        "notes: >-\n  folded\n  text\n",
        "base: &b [x, y]\nagain: *b\n",
        "pets:\n  - {name: Rex}\n  - Tom # cat\n",
        "pets: [Tom, Kim]\n",
        "phone: +351 21 000 0000\n",
        "email: ANA@example.org\n",
    ]
)
_KEYS = ("last_contact", "met", "home", "notes", "base", "pets", "phone", "email")


@st.composite
def contacts(draw: st.DrawFn) -> bytes:
    """A note with fields of any shape."""
    data = draw(notes())
    ending = b"\r\n" if b"\r\n" in data else b"\n"
    one, other = draw(_MORE), draw(_MORE)
    is_twice = any(f"{key}:" in one and f"{key}:" in other for key in _KEYS)
    lines = (one if is_twice else one + other).encode().replace(b"\n", ending)
    return data.replace(b"---" + ending, b"---" + ending + lines, 1)


def _parted(data: bytes) -> tuple[str, str]:
    text = data.decode("utf-8-sig").replace("\r\n", "\n").removeprefix("---\n")
    text = text.replace("{{date}}", "date")
    head, _, body = f"\n{text}".partition("\n---\n")
    return head.removeprefix("\n") + "\n", body


def _scalars(node: yaml.Node) -> Iterator[str]:
    if isinstance(node, yaml.ScalarNode):
        yield node.value
        return
    for each in node.value:
        for child in each if isinstance(each, tuple) else [each]:
            yield from _scalars(child)


def _fields(head: str) -> dict[str, set[str]]:
    root = yaml.compose(head, yaml.BaseLoader)
    pairs = root.value if isinstance(root, yaml.MappingNode) else []
    return {key.value: {_plain(each) for each in _scalars(value)} for key, value in pairs}


def _plain(text: str) -> str:
    return " ".join(text.lower().replace("[[", "").replace("]]", "").split())


def _comments(head: str) -> list[str]:
    tokens = [line.partition(" # ") for line in f" {head}".replace("\n", "\n ").split("\n")]
    return [comment for _, mark, comment in tokens if mark and comment != "no comment"]


def _check(data: Mapping[str, bytes], after: bytes, asked: Sequence[str]) -> None:
    now, below = _parted(after)
    fields = _fields(now)
    heads = [_fields(_parted(data[path])[0]) for path in TWO]
    names = [head.get(key, set()) for head in heads for key in ("name", "aliases")]
    named = {"ana", "ann"}.union(*names)
    for path in TWO:
        head, body = _parted(data[path])
        for key, said in _fields(head).items():
            nothing = {"", "~", "null"} | (named if key == "knows" else set())
            wanted = said - nothing
            found = fields.get(key, set())
            if key in ("name", "aliases"):
                found = fields.get("name", set()) | fields.get("aliases", set()) | {"ana"}
            divided = {each.strip() for value in wanted for each in value.split(",")}
            assert key in asked or wanted <= found or divided <= found, (path, key, said, found)
        for comment in _comments(head):
            assert comment in now or comment in below, comment
        lines = [line.strip() for line in body.split("\n") if line.strip()]
        for line in lines:
            assert line in below or line in ("# Ana", "## Log", "-"), line


def _merged(root: Path, one: bytes, into: bytes) -> bool:
    """Whether two notes could be merged; it asserts that all was right then."""
    data = {TWO.one: one, TWO.into: into, **REST}
    for path, each in data.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(each)
    asked: list[str] = []

    def choose(clashes: Sequence[Clash]) -> Mapping[str, str]:
        asked[:] = [each.field for each in clashes]
        return {each.field: each.one for each in clashes}

    done = merge(Workspace.load(root), TWO, choose, WHY)
    now = _bytes(root)
    if isinstance(done, Refusal):
        assert now == data
        return False
    assert isinstance(done, Renaming)
    settled = [each.partition(":")[0] for each in done.remarks]
    assert {path: now[path] for path in REST} == AFTERWARDS
    assert TWO.one not in now
    _check(data, now[TWO.into], [*asked, *settled])
    undo_last(root, "later")
    assert _bytes(root) == data
    return True


def _bytes(root: Path) -> dict[str, bytes]:
    files = (path for path in root.rglob("*.md") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


def _run(examples: int) -> None:
    done = []

    @settings(max_examples=examples, deadline=None)
    @given(contacts(), contacts())
    def check(one: bytes, into: bytes) -> None:
        with TemporaryDirectory() as folder:
            done.append(_merged(Path(folder), one, into))

    check()
    # It is no use to be careful by refusing.
    assert sum(done) > 0.7 * len(done)


@pytest.fixture(autouse=True)
def _state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(state, "user_state_path", lambda _: tmp_path / "state")


def test_two_notes_are_merged_without_loss() -> None:
    _run(12)


@pytest.mark.slow
def test_hundreds_of_notes_are_merged_without_loss() -> None:
    _run(200)
