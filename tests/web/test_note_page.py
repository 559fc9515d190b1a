"""The text of a note as a page."""

from netjournal.web.note_page import note_page


def lines(data: bytes) -> list[str]:
    """What stands in the page, line by line."""
    text = note_page("contacts/ana.md", data).decode()
    shown = text.partition("<pre>")[2].partition("</pre>")[0]
    return [line.partition(">")[2] for line in shown.split("\n</span>")[:-1]]


def test_lines_are_counted_as_problems_count_them() -> None:
    assert lines(b"\xef\xbb\xbfone\r\ntwo\rthree\n\nfive\x0cstill five") == [
        "one",
        "two",
        "three",
        "",
        "five␌still five",
    ]
    assert '<span id="L2" data-line="2">two' in note_page("a.md", b"one\ntwo\n").decode()


def test_nothing_that_a_person_wrote_becomes_markup() -> None:
    page = note_page('<img src=x>"&\n.md', b"</pre><script>alert(1)</script>\x1b[31m\xff").decode()
    assert "<img" not in page
    assert "<script" not in page
    assert "\x1b" not in page
    assert page.count("</pre>") == 1


def test_empty_note_has_no_line() -> None:
    assert lines(b"") == []
    assert lines(b"\n") == [""]
