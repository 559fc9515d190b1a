"""The last touch on a page."""

from netjournal.model.config import Config
from netjournal.model.industry import Taxonomy
from netjournal.render.finish import MARK, POLICY, finished, finished_styles
from netjournal.render.forms import html_form, markdown_form
from netjournal.render.links import page_names

NAMES = page_names(())
CONFIG = Config(Taxonomy({}))
HTML = html_form(CONFIG, NAMES, "/vault")
MARKDOWN = markdown_form(CONFIG, NAMES)
NOTICE = f"{MARK} from your notes; changes here are lost."


def test_a_markdown_page_gets_the_notice_as_its_first_line() -> None:
    assert finished("\n# A\n\n", MARKDOWN) == f"<!-- {NOTICE} -->\n# A\n".encode()


def test_front_matter_stays_at_the_beginning() -> None:
    page = finished("---\ntags: x\n---\n# A", MARKDOWN, own=True)
    assert page == f"---\n# {NOTICE}\ntags: x\n---\n# A\n".encode()


def test_a_notice_too_far_down_does_not_count() -> None:
    assert finished("x" * 600 + NOTICE, MARKDOWN).startswith(b"<!-- Generated")
    assert finished("é" * 300 + NOTICE, MARKDOWN).startswith(b"<!-- Generated")


def test_blank_lines_of_an_own_page_stay() -> None:
    assert b"a\n\nb" in finished("a\n\n\n\nb", MARKDOWN)
    assert b"a\n\n\n\nb" in finished("a\n\n\n\nb", MARKDOWN, own=True)


def test_an_html_page_without_a_head_gets_one() -> None:
    assert finished("<p>x", HTML).decode().splitlines() == [
        "<!doctype html>",
        f"<!-- {NOTICE} -->",
        '<meta charset="utf-8">',
        POLICY.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'"),
        "<p>x",
    ]


def test_an_html_page_keeps_its_own_beginning_after_the_policy() -> None:
    lines = finished("<!DOCTYPE HTML>\n<html><body>x", HTML).decode().splitlines()
    assert lines[0] == "<!doctype html>"
    assert lines[-1] == "<html><body>x"
    assert sum(line.lower().startswith("<!doctype") for line in lines) == 1


def test_a_page_with_the_policy_and_the_notice_stays_as_it_is() -> None:
    page = f"<!doctype html>\n<!-- {NOTICE} -->\n{POLICY}\nx\n"
    assert finished(page, HTML) == page.encode()


def test_a_page_with_the_policy_alone_gets_the_notice() -> None:
    page = finished(f"<!doctype html>\n{POLICY}\nx\n", HTML).decode()
    assert page == f"<!doctype html>\n<!-- {NOTICE} -->\n{POLICY}\nx\n"


def test_words_about_a_policy_are_no_policy() -> None:
    assert b"<meta http-equiv" in finished("Content-Security-Policy", HTML)


def test_half_a_character_never_stops_a_page() -> None:
    assert finished("a\ud800", MARKDOWN).endswith(b"a?\n")


def test_a_style_sheet_is_marked_once() -> None:
    assert finished_styles("p {}\n") == f"/* {NOTICE} */\np {{}}\n".encode()
    assert finished_styles(f"/* {NOTICE} */") == f"/* {NOTICE} */".encode()
