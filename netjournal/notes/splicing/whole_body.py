"""The text of a note that netjournal has exported, put back below the fields of a new note."""

from netjournal.notes.splicing.facts import facts_of
from netjournal.notes.splicing.note import Note, Refusal, Splice, is_writable, open_note, spliced


def with_body(note: Note, text: str) -> Note | Refusal:
    """The note with a text in the place of everything below its front matter."""
    opened = open_note(note, "")
    if isinstance(opened, Refusal):
        return opened
    if not is_writable(text):
        return opened.refusal(opened.body_start, "the text holds control characters")
    stripped = text.strip("\n")
    whole = Splice(opened.body_start, len(opened.text), f"\n{stripped}\n")
    after = spliced(opened, [whole])
    then, now = facts_of(note), facts_of(after)
    if then is None or now is None or then.fields != now.fields:
        return opened.refusal(opened.body_start, "the text would change a field")
    return after
