"""The document: a section a contact, in which no text of a note is a mark of its own."""

from building import contact, entry, link, parsed, promise
from exporting import export, text_from
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from netjournal.app.exporting import exporter_called
from netjournal.model.contact import Kind, Relationship
from netjournal.model.exported import Export

ANA = contact(
    "contacts/ana.md",
    "Ana *Lopez*",
    relationship=Relationship.ALLY,
    emails=("ana@example.org", "not <b>mail</b>"),
    urls=("https://example.org/a_b", "javascript:alert(1)"),
    met_at="the [port](http://evil.example)",
    own={"coffee_kind": "flat white"},
)


def text(exported: Export) -> str:
    """The document."""
    return text_from(exporter_called("markdown"), exported)


def test_a_contact_has_fields_promises_and_a_log() -> None:
    exported = export(
        parsed(
            ANA,
            entry("2026-11-01", "Lunch with [[ben]] #gave", link("ben"), kinds=[Kind.GAVE]),
            entry("2026-11-20", "Tea"),
            promise("Send it", due="2026-12-01"),
            promise("Done", done=True),
        ),
        contact("contacts/ben.md", "Ben"),
        due={ANA.path: "2026-12-20"},
        last={ANA.path: "2026-11-20"},
        states={ANA.path: "fresh"},
    )

    assert (
        text(exported)
        == r"""<!-- Exported by netjournal. -->

# Contacts

2 contacts, 2026-11-24

## Ana \*Lopez\*

- **relationship**: ally
- **email**: <ana@example.org>, not \<b\>mail\</b\>
- **url**: <https://example.org/a_b>, javascript:alert(1)
- **met at**: the \[port\](http:\//evil.example)
- **last contact**: 2026-11-20
- **coffee_kind**: flat white
- **state**: fresh
- **be in touch**: 2026-12-20

### Promises

- Send it (by 2026-12-01)

### Log

- 2026-11-20: Tea
- 2026-11-01: Lunch with Ben (gave)

## Ben
"""
    )


def test_of_the_public_only_fields_that_may_leave() -> None:
    exported = export(
        parsed(ANA, entry("2026-11-01")), public=("relationship",), states={ANA.path: "fresh"}
    )

    assert text(exported) == (
        "<!-- Exported by netjournal. -->\n\n# Contacts\n\n1 contact, 2026-11-24\n\n"
        "## Contact 1\n\n- **relationship**: ally\n"
    )


def test_nobody_is_a_title() -> None:
    assert text(export()).endswith("# Contacts\n\n0 contacts, 2026-11-24\n")


ALLOWED = {
    *("html_block", "heading_open", "heading_close", "paragraph_open", "paragraph_close"),
    *("bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close", "inline"),
}
INLINE = {"text", "strong_open", "strong_close", "text_special", "softbreak"}


@given(
    st.text(alphabet=st.one_of(st.sampled_from("*_[]()<>`#!|~=-+&;:/\\\n 1.ab"), st.characters()))
)
def test_any_words_are_words(said: str) -> None:
    name = f"x{said}"
    exported = export(
        parsed(contact(name=name, met_at=f"x{said}"), entry("2026-11-01", f"x{said}"))
    )

    tokens = MarkdownIt("commonmark").parse(text(exported))

    assert {token.type for token in tokens} <= ALLOWED
    inside = {each.type for token in tokens for each in token.children or ()}
    assert inside <= INLINE, text(exported)
    # The labels in bold, and no other word.
    bold = [each.type for token in tokens for each in token.children or ()].count("strong_open")
    assert bold == 1
