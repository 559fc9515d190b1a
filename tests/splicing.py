"""Notes as people write them, for tests of changes, and what a change has done to their bytes."""

import codecs
from datetime import date

import yaml
from hypothesis import strategies as st
from reading import CONFIG

from netjournal.model.source import Source
from netjournal.notes.splicing.note import Note, Refusal

ANA = "contacts/ana.md"


def a_note(text: str | bytes, path: str = ANA) -> Note:
    """A note at a path, a contact's unless the path lies in the journal."""
    data = text.encode() if isinstance(text, str) else text
    in_journal = path.startswith("journal/")
    return Note(Source(path, data), CONFIG, not in_journal, in_journal)


def text_of(changed: Note | Refusal) -> str:
    """The text of a note that has been changed; fails when the change was refused."""
    assert isinstance(changed, Note), changed
    return changed.source.data.decode()


def refused(changed: Note | Refusal) -> Refusal:
    """The refusal; fails when there is none."""
    assert isinstance(changed, Refusal), changed
    return changed


def changed_piece(before: bytes, after: bytes) -> tuple[bytes, bytes]:
    """The piece of some bytes that has changed, and what has come in its place."""
    start = _alike(before, after)
    rest = min(len(before), len(after)) - start
    end = _alike(before[::-1][:rest], after[::-1][:rest])
    return before[start : len(before) - end], after[start : len(after) - end]


def _alike(one: bytes, other: bytes) -> int:
    """How many bytes are the same at the start."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(one), len(other)))


def others(data: bytes, key: str) -> tuple[list[object], str]:
    """The fields but one, read by another program as texts, and the text below them."""
    text = data.decode("utf-8-sig").replace("\r\n", "\n")
    if not text.startswith("---\n"):
        return [], text
    head, _, body = text[4:].partition("---\n") if text[4:7] == "---" else _parted(text[4:])
    root = yaml.compose(head, yaml.BaseLoader)
    pairs = root.value if isinstance(root, yaml.MappingNode) else []
    return [(_said(name), _said(value)) for name, value in pairs if name.value != key], body


def _parted(text: str) -> tuple[str, str, str]:
    head, fence, body = text.partition("\n---\n")
    return head + "\n", fence, body


def _said(node: yaml.Node) -> object:
    if isinstance(node, yaml.MappingNode):
        return [(_said(name), _said(value)) for name, value in node.value]
    return (
        [_said(each) for each in node.value] if isinstance(node, yaml.SequenceNode) else node.value
    )


_WORDS = st.sampled_from(
    ["Ana", "finance", "Head of R&D", "a b", "x-y", "Müller", "日本", "O'Neil", 'say "x"', "6w"]
)
_ODD_VALUES = st.sampled_from(
    [
        *("NO", "Null", "0123", "1.10", "12:30", "+14155550100", "2026-11-03", "~", "a: b", "#x"),
        *("x #y", "- x", "[x]", "{x}", "*x", "&x", "!x", "%x", "@x", "`x`", "a, b", "'x", '"x'),
        *("x\\y", "x:", "?", "|", ">", "=", "<<", "1e5", "0x1F", "0o17", "-", "--", "---", "true"),
        *("off", "x\ty", "1_000", "190:20:30", ".inf", "=x", "x,y", "2019", "[[ben]]", "x\u00a0y"),
    ]
)
values = st.one_of(_WORDS, _ODD_VALUES)
"""Values that a person may set."""

items = st.one_of(_WORDS, _ODD_VALUES.filter(lambda text: "\t" not in text))

_COMMENTS = st.sampled_from(["", "", "", " # note", "  # 2", " "])
_PLAIN = st.sampled_from(["Ana", "finance", "2026-11-03", "Head of R&D", "6w", "a-b c", "true"])
_TYPED = st.one_of(
    _PLAIN,
    _PLAIN.map(lambda text: f'"{text}"'),
    _PLAIN.map(lambda text: f"'{text}'"),
    st.sampled_from(["", "~", "null", '"caf\\u00e9"', "'it''s'", '"[[ben]]"', "{{date}}"]),
)


@st.composite
def _single(draw: st.DrawFn) -> str:
    gap = draw(st.sampled_from([" ", "  ", "     "]))
    return f"{gap}{draw(_TYPED)}{draw(_COMMENTS)}\n"


@st.composite
def _in_brackets(draw: st.DrawFn) -> str:
    typed = draw(st.lists(_PLAIN.filter(lambda text: text != "true"), max_size=4, unique=True))
    gap = draw(st.sampled_from([", ", ",", ",  ", " , "]))
    lead = draw(st.sampled_from(["", " "]))
    return f" [{lead}{gap.join(typed)}{lead}]{draw(_COMMENTS)}\n"


@st.composite
def _in_brackets_on_lines(draw: st.DrawFn) -> str:
    typed = draw(st.lists(_PLAIN, min_size=1, max_size=3, unique=True))
    rows = [f"  {each},{draw(st.sampled_from(['', ' # c']))}\n" for each in typed]
    if draw(st.booleans()):
        rows[-1] = rows[-1].replace(",", "", 1)
    return f" [\n{''.join(rows)}]\n"


@st.composite
def _below(draw: st.DrawFn) -> str:
    indent = draw(st.sampled_from(["", "  ", "    "]))
    gap = draw(st.sampled_from([" ", "   "]))
    rows = []
    for each in draw(st.lists(_TYPED.filter(bool), min_size=1, max_size=3, unique=True)):
        if draw(st.integers(0, 4)) == 0:
            rows.append(f"{indent}# between\n")
        rows.append(f"{indent}-{gap}{each}{draw(_COMMENTS)}\n")
    return draw(_COMMENTS) + "\n" + "".join(rows)


_BLOCK_TEXTS = st.sampled_from(
    [
        " |\n  one\n  two\n",
        " >-\n   one\n\n   two\n",
        " |+\n  one\n\n",
        " one\n  two\n",
        ' "one\n  two"\n',
    ]
)
_KEYS = ("name", "industry", "title", "cadence", "tags", "knows", "location", "aliases", "x-own")


@st.composite
def notes(draw: st.DrawFn) -> bytes:
    """The bytes of a note, with front matter in any style."""
    rows = []
    for key in draw(st.permutations(_KEYS))[: draw(st.integers(1, 6))]:
        kind = draw(
            st.sampled_from(
                [_single(), _single(), _in_brackets(), _in_brackets_on_lines(), _below()]
            )
            if key != "title"
            else st.sampled_from([_single(), _BLOCK_TEXTS])
        )
        rows.append(f"{key}:{draw(kind)}")
        rows.append(draw(st.sampled_from(["", "", "", "# about the next\n", "\n"])))
    text = f"---\n{''.join(rows)}---\n{draw(bodies())}"
    return as_bytes(text, draw(st.sampled_from(["\n", "\r\n"])), mark=draw(st.booleans()))


def as_bytes(text: str, ending: str, *, mark: bool) -> bytes:
    """A text with these line endings, perhaps with an encoding mark first."""
    return (codecs.BOM_UTF8 if mark else b"") + text.replace("\n", ending).encode()


_BULLETS = st.sampled_from(["- ", "* ", "+ ", "-\t", "-   ", "  - ", "1. "])
_DATE_STYLES = st.sampled_from(["{} ", "**{}**: ", "[[{}]] ", "{}: ", "{} - ", "*{}* ", "({}) "])
_TEXTS = st.sampled_from(
    [
        "Coffee",
        "told me #gave",
        "met [[ben]]",
        "[Ben](ben.md) called",
        "it's *odd*",
        "50%",
        "x\n    more",
    ]
)
_DAYS = st.dates(min_value=date(2020, 1, 1), max_value=date(2030, 1, 1))
_HEADINGS = st.sampled_from(
    ["", "## Log\n\n", "# Ana\n\n## Log\n", "# Ana\n\ntext\n\n### Meetings\n"]
)
_OTHERS = st.sampled_from(
    [
        *("", "\n## Other\n\ntext\n", "\n- [ ] Send it\n", "\n> quoted\n", "\n\n\n"),
        *("\n```\n- 2026-01-01 x\n```\n", "\nplain [[ben]] text", "\n%% hidden %%\n"),
        "\n| a | b |\n|---|---|\n| 1 | 2 |\n",
    ]
)


@st.composite
def bodies(draw: st.DrawFn) -> str:
    """The text below a front matter: perhaps a log, in its writer's own style and order."""
    days = sorted(draw(st.lists(_DAYS, max_size=4)), reverse=draw(st.booleans()))
    bullet, style = draw(_BULLETS), draw(_DATE_STYLES)
    gap = draw(st.sampled_from(["\n", "\n", "\n\n"]))
    rows = [f"{bullet}{style.format(day)}{draw(_TEXTS)}" for day in days]
    text = draw(_HEADINGS) + gap.join(rows)
    return (
        draw(st.sampled_from(["", "\n"])) + text + draw(st.sampled_from(["", "\n"])) + draw(_OTHERS)
    )
