"""The lines of a note that is shown as HTML have names, by which links lead to them."""

import re

import pytest

from netjournal.model.source import Source
from netjournal.notes.as_html import note_html

NOTE = """\
---
name: Ana
---
# Ana

First line
second *line*
third line

%% what
nobody sees %%
## Log
- 2026-11-03 Tea
  and cake
- 2026-11-02 Coffee %% a
  b %% and
  more

> Quoted

```
code
```
"""


def names(text: str) -> dict[str, str]:
    """What is shown first behind each name."""
    source = Source("contacts/ana.md", text.encode())
    html = note_html(source, {}, "Ana", lambda line: f"L{line}").html
    found = re.findall(r'id="(L\d+)"[^>]*>((?:<(?!\w+ id)[^>]*>|[^<])*)', html)
    return {name: " ".join(re.sub("<[^>]*>", "", shown).split()) for name, shown in found}


def test_a_name_leads_to_what_its_line_says() -> None:
    assert names(NOTE) == {
        "L6": "First line",
        "L7": "second line",
        "L8": "third line",
        "L12": "Log",
        "L13": "2026-11-03 Tea",
        "L14": "and cake",
        "L15": "2026-11-02 Coffee and",
        "L17": "more",
        "L19": "Quoted",
        "L21": "code",
    }


def test_a_note_without_front_matter_begins_at_its_first_line() -> None:
    assert names("Hello\nthere\n") == {"L1": "Hello", "L2": "there"}


@pytest.mark.parametrize("text", ["", "---\nname: Ana\n---\n", "%% all of it", "\r\n\r\nHello"])
def test_a_note_with_little_in_it_has_few_names(text: str) -> None:
    assert names(text) == ({"L3": "Hello"} if "Hello" in text else {})


def test_no_name_is_given_twice() -> None:
    source = Source("a.md", b"- one\n\n  > two\n- - three\n\n| a |\n|---|\n| b |\n")
    html = note_html(source, {}, "", lambda line: f"L{line}").html
    found = re.findall(r'id="([^"]*)"', html)
    assert sorted(found) == sorted(set(found))
    assert found
