"""Text from bytes, good and bad."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.model.source import Source
from netjournal.notes.decode import MAX_BYTES, Decoded, decode


def decoded(data: bytes) -> Decoded:
    return decode(Source("contacts/ana.md", data))


def the_problem(data: bytes) -> tuple[str, int, int]:
    (only,) = decoded(data).diagnostics
    return only.code, only.line, only.column


def test_utf8_is_read_as_it_is() -> None:
    assert Decoded("José 👩\u200d💻\n") == decoded("José 👩\u200d💻\n".encode())


def test_byte_order_mark_is_no_part_of_the_text() -> None:
    assert decoded(b"\xef\xbb\xbf---\n").text == "---\n"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_becomes_a_line_feed(end: str) -> None:
    assert Decoded("a\nb\n\n") == decoded(f"a{end}b{end}{end}".encode())


@pytest.mark.parametrize("data", [b"", b"\n", b" \r\n\t", b"\xef\xbb\xbf"])
def test_empty_file(data: bytes) -> None:
    assert the_problem(data) == ("NJ004", 1, 1)


def test_largest_note_is_read() -> None:
    assert Decoded("x" * MAX_BYTES) == decoded(b"x" * MAX_BYTES)


def test_larger_note_is_refused() -> None:
    data = b"x" * (MAX_BYTES + 1)
    assert decoded(data).text == ""
    assert the_problem(data) == ("NJ005", 1, 1)


def test_zeros_only_are_a_damaged_file() -> None:
    assert the_problem(b"\0" * 4_096) == ("NJ003", 1, 1)


def test_many_zeros_at_the_end_are_a_damaged_file() -> None:
    data = b"---\nname: Ana\n---\n" + b"\0" * 100
    assert the_problem(data) == ("NJ003", 4, 1)
    assert decoded(data).text.startswith("---\nname: Ana\n---\n")


def test_single_zero_is_a_control_character() -> None:
    data = b"---\r\nname: A\0na\r\n"
    assert the_problem(data) == ("NJ006", 2, 8)
    assert decoded(data).text == "---\nname: A\ufffdna\n"


def test_latin1_is_guessed() -> None:
    data = b"a\r\rname: Jos\xe9\n"
    assert the_problem(data) == ("NJ002", 3, 10)
    assert "Latin-1" in decoded(data).diagnostics[0].message
    assert decoded(data).text == "a\n\nname: José\n"


def test_column_counts_characters_not_bytes() -> None:
    assert the_problem("é".encode() + b"\xff") == ("NJ002", 1, 2)


def test_bytes_that_are_partly_utf8_are_no_latin1() -> None:
    data = "José, ".encode() + b"Andr\xe9\n"
    assert the_problem(data) == ("NJ002", 1, 11)
    assert decoded(data).text == "José, Andr\ufffd\n"


def test_byte_that_windows_does_not_know_is_no_latin1() -> None:
    assert decoded(b"a\x81").text == "a\ufffd"


def test_cut_character_at_the_end() -> None:
    assert the_problem(b"Jos\xc3") == ("NJ002", 1, 4)


def test_half_of_a_surrogate_pair() -> None:
    assert "half of a character" in decoded(b"name: \xed\xa0\x80").diagnostics[0].message


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["---\nname: Ana\n---\n", "---\r\nname: José\r\n---\r\n"])
def test_utf16_is_read_and_reported(encoding: str, text: str) -> None:
    data = text.encode(encoding)
    assert the_problem(data) == ("NJ002", 1, 1)
    assert decoded(data).text == text.replace("\r", "")


def test_what_is_no_text_is_damaged() -> None:
    picture = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
    assert Decoded("", decoded(picture).diagnostics) == decoded(picture)
    assert the_problem(picture) == ("NJ003", 1, 1)


def test_a_zero_beside_a_wrong_byte_is_no_reason_to_read_nothing() -> None:
    data = b"---\nname: Jos\xe9 \0 Lopez\n---\nThe rest of the note.\n"
    assert the_problem(data) == ("NJ002", 2, 10)
    assert decoded(data).text.splitlines()[1] == "name: José \ufffd Lopez"


@given(st.binary(max_size=200))
def test_any_bytes_give_a_text_of_plain_lines(data: bytes) -> None:
    text, problems = decoded(data)
    assert "\r" not in text
    assert "\0" not in text
    for problem in problems:
        line = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")[problem.line - 1]
        assert 1 <= problem.column <= max(len(line), 1)
