"""What is wrong with the bytes of a note, which a case of text can't hold."""

import pytest
from checking import said_of

ANA = "contacts/ana-lopez.md"
REST = "relationship: freind\n---\n"
STILL_READ = f"{ANA}:3:15: warning: `freind` is no relationship [NJ209]"


@pytest.mark.parametrize(
    ("data", "place", "code"),
    [
        (f"---\nname: José\n{REST}".encode("latin-1"), "2:10: error", "NJ002"),
        (f"---\nname: José\n{REST}".encode("utf-16"), "1:1: error", "NJ002"),
        (b"---\nname: A\xed\xa0\x80\n" + REST.encode(), "2:8: error", "NJ002"),
        (f"---\nname: Ana\0 Lopez\n{REST}".encode(), "2:10: error", "NJ006"),
        (f"---\nname: Ana{chr(0) * 40}\n{REST}".encode(), "2:10: error", "NJ003"),
    ],
    ids=["latin-1", "utf-16", "half a pair", "a zero byte", "zeros of a crash"],
)
def test_a_wrong_byte_is_named_and_hides_nothing(data: bytes, place: str, code: str) -> None:
    wrong, rest = said_of({ANA: data})

    assert wrong.startswith(f"{ANA}:{place}: ")
    assert f"[{code}]\n" in wrong
    assert rest.startswith(STILL_READ)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (bytes(4096), "NJ003"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)), "NJ003"),
        (b"", "NJ004"),
        (b"\xef\xbb\xbf \r\n", "NJ004"),
        (b"x" * 10_000_001, "NJ005"),
        (b"---\nbio: " + b"x" * 1_000_001 + b"\n---\n", "NJ005"),
    ],
    ids=["zeros", "a picture", "nothing", "a mark", "10 MB", "1 MB of front matter"],
)
def test_a_file_that_is_no_note_is_one_problem(data: bytes, code: str) -> None:
    (said,) = said_of({ANA: data})

    assert said.startswith(f"{ANA}:1:1: ")
    assert f"[{code}]\n" in said


@pytest.mark.parametrize(
    "text",
    ["\ufeff---\nname: José\n---\n", "---\r\nname: José\r\n---\r\n", "---\nname: José\n---"],
    ids=["a byte order mark", "windows line ends", "no line end"],
)
def test_bytes_that_are_fine(text: str) -> None:
    assert said_of({ANA: text.encode()}) == []
