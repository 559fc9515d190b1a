"""What an editor asks to be done to the whole vault: a contact renamed, a note for somebody new."""

from typing import NamedTuple

from netjournal.app.changing import Because
from netjournal.app.editing.open_notes import OpenNotes
from netjournal.app.new_contact import Wish as NewWish
from netjournal.app.new_contact import new_contact, plain_name
from netjournal.app.renaming import Wish, plan_renaming, rename
from netjournal.app.who import Desk
from netjournal.notes.splicing.note import Refusal
from netjournal.reviews.words import counted


class Done(NamedTuple):
    """What was done, in a sentence, and the note to look at."""

    said: str
    path: str


class NotDone(NamedTuple):
    """Why nothing was done, in a sentence."""

    why: str


def rename_contact(notes: OpenNotes, path: str, name: str, when: str) -> Done | NotDone:
    """Renames a contact in the whole vault, on the disk, all or nothing; raises NotChanged.

    A note that is open keeps its file: an editor would write it again where it was. `when` is an
    ISO date and time, for `undo --list`.
    """
    name = plain_name(name)
    if not name:
        return NotDone("A name is missing.")
    wish = Wish(path, name, keeps_file=notes.is_open(path))
    planned = plan_renaming(notes.workspace, wish)
    if isinstance(planned, Refusal):
        return _refused(planned)
    linking = {each.source for each in notes.index.backlinks.get(path, ())}
    reached = {path, *linking, *(each.path for each in planned.files)}
    unsaved = [each for each in notes.unsaved() if each in reached]
    if unsaved:
        what = "it changes" if len(unsaved) == 1 else "they change"
        return NotDone(f"Save {' and '.join(unsaved)} first: {what} as well.")
    old = notes.index.contacts[path].name
    done = rename(notes.workspace, wish, Because(f"rename {old} to {name}, in an editor", when))
    if isinstance(done, Refusal):
        return _refused(done)
    count = sum(done.links.values())
    links = f"{counted(count, 'link')} in {counted(len(done.links), 'note')}"
    kept = f" {path} is open, and keeps its name." if wish.keeps_file else ""
    said = f"{old} is now called {name}; {links} changed.{kept} `netjournal undo` takes it back."
    return Done(said, done.new)


def make_contact(notes: OpenNotes, name: str, when: str) -> Done | NotDone:
    """Writes a note for somebody new, from the vault's template; raises NotChanged."""
    name = plain_name(name)
    if not name:
        return NotDone("A name is missing.")
    wish = NewWish(name, (), notes.as_of)
    desk = Desk(notes.root, notes.index)
    made = new_contact(desk, wish, Because(f"new {name}, in an editor", when))
    if isinstance(made, Refusal):
        return _refused(made)
    return Done(f"Made {made.path}. `netjournal undo` takes it back.", made.path)


def _refused(refusal: Refusal) -> NotDone:
    by_hand = f" By hand: {refusal.by_hand}" if refusal.by_hand else ""
    return NotDone(f"{refusal.path}:{refusal.line}: {refusal.reason}.{by_hand}")
