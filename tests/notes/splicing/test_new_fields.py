"""Several fields that a note doesn't have yet."""

from splicing import a_note, refused, text_of

from netjournal.notes.splicing.new_fields import add_fields


def test_they_come_behind_the_others_in_their_order() -> None:
    note = a_note("---\nname: Ana  # hers\n---\nText\n")
    fields = {"email": ["a@example.org"], "phone": ["007", "+1 2"], "birthday": ["--04-12"]}
    assert text_of(add_fields(note, fields)) == (
        '---\nname: Ana  # hers\nemail: [a@example.org]\nphone: ["007", +1 2]\n'
        "birthday: --04-12\n---\nText\n"
    )


def test_front_matter_is_made_where_there_is_none() -> None:
    assert text_of(add_fields(a_note("Text\n"), {"title": ["a: b"]})) == (
        '---\ntitle: "a: b"\n---\nText\n'
    )


def test_a_field_that_is_there_by_another_name_is_refused() -> None:
    refusal = refused(add_fields(a_note("---\nmail: a@example.org\n---\n"), {"email": ["b@x.de"]}))
    assert (refusal.line, refusal.reason) == (2, "mail is there already")


def test_a_value_of_two_lines_is_refused() -> None:
    assert refused(add_fields(a_note("---\nname: Ana\n---\n"), {"title": ["a\nb"]})).reason


def test_nothing_is_no_change() -> None:
    note = a_note("---\nname: Ana\n---\n")
    assert add_fields(note, {"title": []}) is note
