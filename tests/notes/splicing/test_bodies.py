"""The text of a note that goes, below that of the note that stays."""

import pytest
from splicing import a_note, text_of

from netjournal.model.contact import Link
from netjournal.notes.splicing.joining import joined, pair_of
from netjournal.notes.splicing.pairs import Pair

HEAD = "---\nname: Ana\naliases: [Ann]\n---\n"
KEPT = "\n# Ana\n\n## Log\n\n- 2026-01-05 E\n- 2026-01-03 C\n"
OLDEST_FIRST = "\n# Ana\n\n## Log\n\n- 2026-01-03 C\n- 2026-01-05 E\n"


def meaning(link: Link) -> object:
    return link.target


def together(one: str, into: str) -> str:
    notes = a_note(f"---\nname: Ann\n---\n{one}", "contacts/ann.md"), a_note(f"{HEAD}{into}")
    pair = pair_of(*notes, meaning)
    assert isinstance(pair, Pair), pair
    return text_of(joined(pair, {})).removeprefix(HEAD)


@pytest.mark.parametrize(
    "one",
    [
        "\n# Ann\n\n## Log\n",
        "\n# Ana\n\n## Log\n\n- \n",
        "\nAnn\n===\n\nHistory\n-------\n",
        "## Log ##\n",
        "\n",
        "",
    ],
)
def test_a_note_that_says_nothing_leaves_the_text_as_it_was(one: str) -> None:
    assert together(one, KEPT) == KEPT
    assert together(one, KEPT.replace("## Log\n\n", "")) == KEPT.replace("## Log\n\n", "")


@pytest.mark.parametrize(
    ("one", "into", "after"),
    [
        (
            "# Ann\n\n## Log\n\n- 2026-01-01 A\n- 2026-01-04 D\n- 2026-01-06 F\n",
            KEPT,
            "- 2026-01-06 F\n- 2026-01-05 E\n- 2026-01-04 D\n- 2026-01-03 C\n- 2026-01-01 A\n",
        ),
        (
            "# Ann\n\n## Log\n\n- 2026-01-06 F\n  more of it\n- 2026-01-04 D\n- 2026-01-01 A\n",
            OLDEST_FIRST,
            (
                "- 2026-01-01 A\n- 2026-01-03 C\n- 2026-01-04 D\n- 2026-01-05 E\n"
                "- 2026-01-06 F\n  more of it\n"
            ),
        ),
        (
            "## Log\n\n- 2026-01-04 D\n- [ ] Send it\n",
            KEPT,
            "- 2026-01-05 E\n- 2026-01-04 D\n- [ ] Send it\n- 2026-01-03 C\n",
        ),
        (
            "## Log\n\n- 2026-01-01 A\n- 2026-01-02 B\n",
            "\n# Ana\n\n## Log\n\n- 2026-01-03 C\n",
            "- 2026-01-01 A\n- 2026-01-02 B\n- 2026-01-03 C\n",
        ),
        ("## Log\n\n- 2026-01-01 A\n", "\n# Ana\n\n## Log\n", "- 2026-01-01 A\n"),
        (
            "## Log\n\n- 2026-01-04 D\n\n- 2026-01-01 A\n",
            "\n# Ana\n\n## Log\n\n- 2026-01-05 E\n\n- 2026-01-03 C\n",
            "- 2026-01-05 E\n\n- 2026-01-04 D\n\n- 2026-01-03 C\n\n- 2026-01-01 A\n",
        ),
        (
            "## Log\n\nSaid at the fair:\n\n- 2026-01-04 D\n",
            KEPT,
            "Said at the fair:\n\n- 2026-01-05 E\n- 2026-01-04 D\n- 2026-01-03 C\n",
        ),
        (
            "## Log\n\n### 2026-01-04 Lunch\n\nLong.\n",
            "\n# Ana\n\n## Log\n\n### 2026-01-05 E\n\nx\n\n### 2026-01-03 C\n",
            "### 2026-01-05 E\n\nx\n\n### 2026-01-04 Lunch\n\nLong.\n\n### 2026-01-03 C\n",
        ),
        (
            "## Log\n\n- 2026-01-04 D\n- 2026-01-03 C\n- 2026-01-03 C\n",
            KEPT,
            "- 2026-01-05 E\n- 2026-01-04 D\n- 2026-01-03 C\n- 2026-01-03 C\n",
        ),
        ("## Log\n\n- 2026-01-03 C\n", KEPT, "- 2026-01-05 E\n- 2026-01-03 C\n"),
        (
            "# Ann\n\nMet at the fair.\n\n## Log\n\n- 2026-01-04 D\n\n## Plans\n\nNone.\n",
            KEPT,
            (
                "- 2026-01-05 E\n- 2026-01-04 D\n- 2026-01-03 C\n\n"
                "## Ann\n\nMet at the fair.\n\n## Plans\n\nNone.\n"
            ),
        ),
    ],
)
def test_two_logs_become_one_in_the_order_of_the_one_that_stays(
    one: str, into: str, after: str
) -> None:
    assert together(one, into) == f"\n# Ana\n\n## Log\n\n{after}"


def test_entries_come_into_a_log_in_the_middle_of_a_note() -> None:
    into = "\n## Log\n\n- 2026-01-03 C\n\n## Plans\n\nx\n"

    after = together("\n## Plans\n\ny\n\n## Log\n\n- 2026-01-02 B\n- 2026-01-01 A\n", into)

    log = "- 2026-01-03 C\n- 2026-01-02 B\n- 2026-01-01 A\n"
    assert after == f"\n## Log\n\n{log}\n## Plans\n\nx\n\n## Plans\n\ny\n"


@pytest.mark.parametrize(
    ("one", "below"),
    [
        ("## Log #berlin\n\n- 2026-01-04 D\n", "## Log #berlin\n\n- 2026-01-04 D\n"),
        ("## Gift ideas\n", "## Gift ideas\n"),
        ("# Ann, the tall one\n", "# Ann, the tall one\n"),
        ("# Log\n\n## 2026-01-04 D\n", "# Log\n\n## 2026-01-04 D\n"),
        ("# Ann\n\n<!-- was at the fair -->\n", "## Ann\n\n<!-- was at the fair -->\n"),
        ("# Ann\n\n## Plans\n\nNone.\n", "## Plans\n\nNone.\n"),
    ],
)
def test_what_says_something_is_kept_below(one: str, below: str) -> None:
    assert together(one, KEPT) == f"{KEPT}\n{below}"
