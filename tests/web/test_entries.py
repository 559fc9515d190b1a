"""What is written down on the local page stands in the notes; what isn't leaves them alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from serving import ANA, TODAY, Served

from netjournal.app.watch import Known
from netjournal.model.contact import Promise
from netjournal.vault.changes import undo_last


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    found = Served(tmp_path / "vault")
    yield found
    found.server.stop()


def promise(served: Served) -> Promise:
    known = served.state().known
    assert isinstance(known, Known)
    (found,) = known.index.promises["contacts/ana-lopez.md"]
    return found


def test_an_entry_stands_in_the_note_and_the_page_comes_back(served: Served) -> None:
    status, headers, _ = served.send("log", who="ana", text="Coffee. #gave", day="yesterday")
    assert (status, headers["Location"]) == (303, "/today.html")
    assert served.text("contacts/ana-lopez.md") == ANA.replace(
        "## Log\n", "## Log\n- 2026-11-23 Coffee. #gave\n"
    )
    said = "contacts/ana-lopez.md: 2026-11-23 Coffee. #gave (netjournal undo takes it back)"
    assert served.state().said.endswith(said)
    served.build()
    assert said in served.ask("GET", "/today.html")[2]
    undo_last(served.root, "2026-11-24T12:00:00+00:00")
    served.build()
    assert said not in served.ask("GET", "/today.html")[2]


def test_it_can_be_undone(served: Served) -> None:
    served.send("log", who="ana", text="Coffee.")
    undo_last(served.root, "2026-11-24T12:00:00+00:00")
    assert served.text("contacts/ana-lopez.md") == ANA


def test_an_entry_of_several_people_stands_in_the_journal(served: Served) -> None:
    assert served.send("log", who="ana, ben osei", text="Lunch.")[0] == 303
    text = served.text("journal/2026-11-24.md")
    assert "[[ana-lopez|Ana Lopez]] and [[ben-osei|Ben Osei]]: Lunch." in text
    assert served.text("contacts/ana-lopez.md") == ANA


def test_an_entry_of_one_stands_in_the_journal_when_asked_for(served: Served) -> None:
    assert served.send("log", who="ana", text="Lunch.", journal="yes")[0] == 303
    assert "[[ana-lopez|Ana Lopez]]: Lunch." in served.text("journal/2026-11-24.md")


def test_a_text_of_several_lines(served: Served) -> None:
    assert served.send("log", who="ana", text="Lunch.\r\nShe moves.\r\n")[0] == 303
    assert "- 2026-11-24 Lunch.\n  She moves.\n" in served.text("contacts/ana-lopez.md")


def test_a_name_that_may_be_several_is_asked_about_and_nothing_typed_is_lost(
    served: Served,
) -> None:
    status, _, page = served.send("log", who="ana, ben", text='<b>"Tea"</b>', day="friday")
    assert status == 422
    assert "“ben” may be any of 2 contacts. Which one?" in page
    assert "&lt;b&gt;&quot;Tea&quot;&lt;/b&gt;</textarea>" in page
    assert 'name="day" value="friday"' in page
    assert 'value="contacts/ben-ito.md">Ben Ito, Acme</button>' in page
    assert served.text("contacts/ana-lopez.md") == ANA
    chosen = {"typed": "ben", "instead": "contacts/ben-ito.md"}
    assert served.send("log", who="ana, ben", text="Tea", day="friday", **chosen)[0] == 303
    assert "[[ben-ito|Ben Ito]]: Tea" in served.text("journal/2026-11-20.md")


@pytest.mark.parametrize(
    ("action", "fields", "why"),
    [
        ("log", {"who": "anna", "text": "x"}, "No contact is called “anna”. Did you mean Ana"),
        ("log", {"who": " , ", "text": "x"}, "With whom?"),
        ("log", {"who": "ana", "text": " "}, "What happened?"),
        ("log", {"who": "ana", "text": "x", "day": "once"}, "On which day?"),
        ("snooze", {"who": "ana", "until": "yesterday"}, "Until when?"),
        ("snooze", {"who": "ana", "until": ""}, "Until when?"),
        (
            "done",
            {"note": "contacts/ana-lopez.md", "line": "2", "text": "x"},
            "isn’t open any more",
        ),
        ("done", {"note": "contacts/ana-lopez.md", "line": "²" * 9, "text": ""}, "isn’t open"),
        ("done", {"note": "../x.md", "line": "2", "text": "x"}, "isn’t open any more"),
        ("done", {}, "isn’t open any more"),
    ],
)
def test_what_cannot_be_done_is_said_and_changes_nothing(
    served: Served, action: str, fields: dict[str, str], why: str
) -> None:
    status, _, page = served.send(action, **fields)
    assert status == 422
    assert why in page.replace("&#x27;", "’")
    assert served.text("contacts/ana-lopez.md") == ANA
    assert not (served.root / "journal").exists()


def test_a_promise_is_ticked(served: Served) -> None:
    found = promise(served)
    sent = {"note": found.path, "line": str(found.line), "text": found.text}
    assert served.send("done", **sent)[0] == 303
    assert served.text("contacts/ana-lopez.md") == ANA.replace("[ ]", "[x]")
    served.build()
    status, _, page = served.send("done", **sent)
    assert status == 422
    assert "open any more" in page


@pytest.mark.parametrize("is_built", [True, False])
def test_a_promise_that_has_moved_since_is_found_by_its_words(
    served: Served, *, is_built: bool
) -> None:
    found = promise(served)
    moved = ANA.replace("## Log", "A line more.\n\n- [ ] Something else\n\n## Log")
    served.write("contacts/ana-lopez.md", moved)
    if is_built:
        served.build()
    assert served.send("done", note=found.path, line=str(found.line), text=found.text)[0] == 303
    assert served.text("contacts/ana-lopez.md") == moved.replace("[ ] Send", "[x] Send")


def test_a_promise_that_was_taken_out_meanwhile_is_not_ticked(served: Served) -> None:
    found = promise(served)
    other = ANA.replace("Send the **book**", "Something else")
    served.write("contacts/ana-lopez.md", other)
    status, _, page = served.send("done", note=found.path, line=str(found.line), text=found.text)
    assert status == 422
    assert "the promise doesn&#x27;t stand here any more" in page
    assert served.text("contacts/ana-lopez.md") == other


def test_somebody_is_left_to_rest(served: Served) -> None:
    assert served.send("snooze", who="contacts/ana-lopez.md", until="2w")[0] == 303
    assert "snoozed_until: 2026-12-08\n" in served.text("contacts/ana-lopez.md")


def test_the_page_of_a_contact_leads_to_a_form_about_them(served: Served) -> None:
    _, _, page = served.ask("GET", "/contacts/ana-lopez.html")
    assert 'href="/.netjournal/write?back=%2Fcontacts%2Fana-lopez.html"' in page
    _, headers, form = served.ask("GET", "/.netjournal/write?back=%2Fcontacts%2Fana-lopez.html")
    assert 'name="who" value="Ana Lopez"' in form
    assert "Send the book (due 30 Nov 2026)" in form
    assert headers["Referrer-Policy"] == "same-origin"
    assert "form-action 'self'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]


def test_the_form_names_the_hashtags_of_the_vault(served: Served) -> None:
    served.write("netjournal.toml", '[tags]\ngave = ["gegeben"]\n')
    served.build()
    _, _, form = served.ask("GET", "/.netjournal/write")
    assert "if you like: #gegeben, #received, #asked, #lead, #intro, #outreach." in form


def test_two_entries_at_once_are_both_kept(served: Served) -> None:
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(4) as pool:
        sent = pool.map(lambda n: served.send("log", who="ana", text=f"Call {n}."), range(12))
        assert [status for status, _, _ in sent] == [303] * 12
    text = served.text("contacts/ana-lopez.md")
    assert all(f"- {TODAY} Call {number}.\n" in text for number in range(12))
