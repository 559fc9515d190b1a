"""Lines of vCard and iCalendar: any text comes back, and no text is more than a value."""

from exporting import lines_of
from hypothesis import example, given
from hypothesis import strategies as st

from netjournal.exporters.content_lines import address, content_line, escaped, parameter
from netjournal.exporters.plain_text import plain

anything = st.text(st.characters(), max_size=200)


@given(anything)
@example("a\r\nEND:VCARD\r\nBEGIN:VCARD")
@example("\u2028\u2029\x85\x0b\x0c\x1c")
@example("é" * 100)
@example("🙂" * 60)
@example("\\n\\,\\;")
@example("\ud800")
def test_any_text_comes_back_and_stays_in_its_line(text: str) -> None:
    (line,) = lines_of(content_line("NOTE", escaped(text)))

    assert line.name == "NOTE"
    assert line.text == plain(text)


@given(anything)
def test_any_address_comes_back(text: str) -> None:
    (line,) = lines_of(content_line("URL", address(text)))

    assert line.text == plain(text)


def test_signs_of_an_address_stay() -> None:
    assert address("https://example.org/a,b;c?d=1") == "https://example.org/a,b;c?d=1"


@given(anything)
def test_any_parameter_ends_where_it_should(text: str) -> None:
    (line,) = lines_of(content_line(f"X-NETJOURNAL-OWN;{parameter('X-KEY', text)}", "value"))

    assert line.value == "value"
    assert line.name.startswith("X-NETJOURNAL-OWN;X-KEY=")


def test_a_plain_parameter_needs_no_quotes() -> None:
    assert parameter("X-KEY", "home_fax") == "X-KEY=home_fax"
    assert parameter("X-KEY", 'he said: "no^"') == "X-KEY=\"he said: ^'no^^^'\""


def test_a_long_line_is_folded_at_75_bytes() -> None:
    data = content_line("NOTE", "a" * 145)

    assert [len(line) for line in data.split(b"\r\n")] == [75, 75, 1 + 145 + 5 - 75 - 74, 0]


def test_what_acts_on_a_screen_is_left_out() -> None:
    assert plain("a\x1b[31m\x07b\x7f\x9bc\td") == "a[31mbc\td"
