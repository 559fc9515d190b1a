"""What is written down on the local page stands in the notes; what isn't leaves them alone."""

import re
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
from serving import ANA, TODAY, Served

from netjournal.app.changing import Because
from netjournal.app.log_entry import log_in_note
from netjournal.app.log_with_new import Company
from netjournal.app.watch import Known
from netjournal.app.who import Desk
from netjournal.model.contact import Promise
from netjournal.vault.changes import undo_last
from netjournal.web import answering, entries
from netjournal.web.entries import Done
from netjournal.web.news import State
from netjournal.web.telling import with_words

ZOE = "---\nname: Zoë <Quist>\n---\n\n# Zoë <Quist>\n\n## Log\n\n- 2026-11-24 Met at the fair.\n"


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
    said = "contacts/ana-lopez.md: 2026-11-23 Coffee. #gave"
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
    assert status == 200
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
    assert status == 200
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
    assert status == 200
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
    assert status == 200
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


def test_what_was_written_can_be_taken_back(served: Served) -> None:
    served.send("log", who="ana", text="Coffee.")
    _, _, page = served.ask("GET", "/today.html")
    assert '#written">Take it back</a>' in page
    number = written(served)
    status, headers, _ = served.send("undo", change=number)
    assert (status, headers["Location"]) == (303, "/today.html")
    assert served.text("contacts/ana-lopez.md") == ANA
    said = "contacts/ana-lopez.md: log Ana Lopez"
    assert served.state().said.startswith("taken back at ")
    assert served.state().said.endswith(said)
    assert 'id="written"' not in served.ask("GET", "/.netjournal/write")[2]
    assert "Take it back" not in served.ask("GET", "/today.html")[2]
    status, _, page = served.send("undo", change=number)
    assert status == 200
    assert "remembered any more" in page


@pytest.mark.parametrize("typed", ["", "x", "-1", "²", "9" * 30, "77"])
def test_a_change_that_was_never_made_is_not_taken_back(served: Served, typed: str) -> None:
    served.send("log", who="ana", text="Coffee.")
    before = served.text("contacts/ana-lopez.md")
    assert "remembered any more" in served.send("undo", change=typed)[2]
    assert served.text("contacts/ana-lopez.md") == before
    assert written(served)


def test_what_was_written_is_not_taken_back_once_the_note_has_changed(served: Served) -> None:
    served.send("log", who="ana", text="Coffee.")
    mine = served.text("contacts/ana-lopez.md") + "Mine.\n"
    served.write("contacts/ana-lopez.md", mine)
    status, _, page = served.send("undo", change=written(served))
    assert status == 200
    assert "contacts/ana-lopez.md has been changed since" in page
    assert served.text("contacts/ana-lopez.md") == mine


def test_only_the_change_that_is_meant_is_taken_back(served: Served) -> None:
    served.send("log", who="ana", text="Coffee.")
    number = written(served)
    served.send("log", who="ben osei", text="Tea.")
    assert served.send("undo", change=number)[0] == 303
    assert served.text("contacts/ana-lopez.md") == ANA
    assert "Tea." in served.text("contacts/ben-osei.md")


def test_a_change_that_was_taken_back_elsewhere_is_not_mistaken_for_the_next(
    served: Served,
) -> None:
    served.send("log", who="ana", text="Coffee.")
    number = written(served)
    undo_last(served.root, "2026-11-24T12:00:00+00:00")
    desk = Desk(served.root)
    because = Because("log ben-osei", "2026-11-24T12:01:00+00:00")
    log_in_note(desk, desk.meant("ben-osei").people[0], TODAY, "Tea.", because)
    assert "remembered any more" in served.send("undo", change=number)[2]
    assert "Tea." in served.text("contacts/ben-osei.md")


def test_where_nothing_has_changed_it_is_said_so_and_the_change_before_stays_out_of_it(
    served: Served,
) -> None:
    served.send("log", who="ana", text="Coffee.")
    served.send("snooze", who="ben osei", until="2026-12-08")
    assert "Take it back" in served.ask("GET", "/today.html")[2]
    served.build()
    served.send("snooze", who="ben osei", until="2026-12-08")
    assert served.state().said == "Nothing to change: it says so already."
    assert "Take it back" not in served.ask("GET", "/today.html")[2]


def test_a_rebuild_at_the_same_moment_takes_nothing_from_what_was_written(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    news, others = served.server.news, []

    def slowly(state: State, time: str, done: Done) -> State:
        other = Thread(target=news.change, args=(lambda now: now._replace(trouble="full"),))
        others.append(other)
        other.start()
        other.join(0.2)
        return with_words(state, time, done)

    monkeypatch.setattr(answering, "with_words", slowly)
    served.send("log", who="ana", text="Coffee.")
    for each in others:
        each.join()
    assert served.state().trouble == "full"
    assert written(served)


def written(served: Served) -> str:
    """The number of the change that the form offers to take back."""
    _, _, form = served.ask("GET", "/.netjournal/write")
    found = re.search(r'name="change" value="([0-9]+)"', form)
    assert found is not None
    return found[1]


def test_a_note_is_made_for_somebody_new(served: Served) -> None:
    status, _, page = served.send("log", who="Zoë <Quist>", text="Met at the fair.")
    assert status == 200
    assert "No contact is called" in page
    button = 'name="make" value="Zoë &lt;Quist&gt;">Make a note for Zoë &lt;Quist&gt;'
    assert button in page
    wish = {"who": "Zoë <Quist>", "text": "Met at the fair.", "make": "Zoë <Quist>"}
    assert served.send("log", **wish)[0] == 303
    assert served.text("contacts/zoe-quist.md") == ZOE
    assert served.send("undo", change=written(served))[0] == 303
    assert not (served.root / "contacts/zoe-quist.md").exists()


def test_notes_are_made_for_two_who_are_new_with_the_entry_or_not_at_all(served: Served) -> None:
    wish = {"who": "ana, Zoe Quist, Tom Rask", "text": "Lunch.", "make": "Zoe Quist"}
    status, _, page = served.send("log", **wish)
    assert status == 200
    assert "No contact is called “Tom Rask”" in page
    assert 'name="new" value="Zoe Quist"' in page
    assert not (served.root / "contacts/zoe-quist.md").exists()
    assert served.send("log", **{**wish, "new": "Zoe Quist", "make": "Tom Rask"})[0] == 303
    links = "[[ana-lopez|Ana Lopez]], [[zoe-quist|Zoe Quist]] and [[tom-rask|Tom Rask]]: Lunch."
    assert links in served.text("journal/2026-11-24.md")
    assert "name: Tom Rask" in served.text("contacts/tom-rask.md")
    assert served.send("undo", change=written(served))[0] == 303
    assert not (served.root / "journal/2026-11-24.md").exists()
    assert not (served.root / "contacts/zoe-quist.md").exists()


def test_two_who_make_a_note_for_somebody_at_once_make_one(served: Served) -> None:
    from concurrent.futures import ThreadPoolExecutor

    texts = [f"Call {number}." for number in range(6)]
    with ThreadPoolExecutor(3) as pool:
        sent = pool.map(
            lambda text: served.send("log", who="Zoe Baker", text=text, make="Zoe Baker"), texts
        )
        assert [status for status, _, _ in sent] == [303] * 6
    assert sorted(each.name for each in served.root.glob("contacts/zoe*")) == ["zoe-baker.md"]
    assert all(text in served.text("contacts/zoe-baker.md") for text in texts)


def test_whoever_got_a_note_a_moment_ago_is_known_before_the_rebuild(served: Served) -> None:
    served.write("contacts/zoe-baker.md", "---\nname: Zoë B. Baker\naliases: [Zoe]\n---\n")
    assert served.send("log", who="zoë b", text="Tea.")[0] == 303
    assert "Tea." in served.text("contacts/zoe-baker.md")
    assert served.send("log", who="Zoe, ana", text="Lunch.", make="Zoe")[0] == 303
    assert "[[zoe-baker|Zoë B. Baker]]" in served.text("journal/2026-11-24.md")
    assert sorted(each.name for each in served.root.glob("contacts/zoe*")) == ["zoe-baker.md"]


@pytest.mark.parametrize(
    "typed",
    [
        "Zoe\u00a0Quist",
        "Zoe\tQuist",
        "Zoe  Quist",
        "\u200bZoe\u200b \u202eQuist",
        "\ufeffZoe Quist",
    ],
)
def test_a_note_is_made_for_the_name_that_is_shown(served: Served, typed: str) -> None:
    _, _, page = served.send("log", who=typed, text="Tea.")
    found = re.search('name="make" value="([^"]*)">Make a note for ([^,]*),', page)
    assert found is not None
    assert found.groups() == ("Zoe Quist", "Zoe Quist")
    assert served.send("log", who=typed, text="Tea.", make=found[1])[0] == 303
    assert "name: Zoe Quist\n" in served.text("contacts/zoe-quist.md")
    served.build()
    assert served.send("log", who=typed, text="Lunch.")[0] == 303
    assert "Lunch." in served.text("contacts/zoe-quist.md")


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("[[Zed]]", "No note can be made for that name: the name wouldn&#x27;t be read"),
        ("\u200b", "No contact is called"),
        ("Zoe\x01Quist", "No contact is called"),
    ],
)
def test_no_note_is_offered_for_what_is_no_name(served: Served, typed: str, why: str) -> None:
    _, _, page = served.send("log", who=typed, text="Tea.")
    assert why in page
    assert "Make a note" not in page
    _, _, page = served.send("log", who=typed, text="Tea.", make=typed)
    assert 'role="alert"' in page
    assert len([*served.root.glob("contacts/*")]) == 3


def test_namesakes_are_told_of(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    # Two were given that name after it was looked for, and before the entry was written.
    served.write("contacts/zoe-a.md", "---\nname: Zoe Quist\n---\n")
    served.write("contacts/zoe-b.md", "---\nname: Zoe Quist\n---\n")
    monkeypatch.setattr(entries, "people_in", lambda *_: Company((), ("Zoe Quist",)))
    assert served.send("log", who="Zoe Quist", text="Tea.", make="Zoe Quist")[0] == 303
    said = served.state().said
    assert "Zoe Quist (contacts/zoe-a.md) has that name already" in said
    assert "contacts/zoe-quist.md is new" in said


def test_who_may_be_the_same_is_said_of_somebody_new(served: Served) -> None:
    assert served.send("log", who="Anna Lopez", text="Tea.", make="Anna Lopez")[0] == 303
    assert "Ana Lopez (contacts/ana-lopez.md) may be the same person" in served.state().said
