"""Whether a note that two were joined to says all that both said, and nothing else."""

from collections import Counter
from collections.abc import Iterator, Mapping

from netjournal.model.names import name_key
from netjournal.notes.splicing.facts import facts_of
from netjournal.notes.splicing.note import Note, Refusal
from netjournal.notes.splicing.pairs import Pair, Side, side_of


def difference(after: Note, texts: Mapping[str, str], pair: Pair) -> str:
    """Why something that either note says would be lost, or be read otherwise; or nothing.

    `texts` has what stays of the fields in which the two differ, by their keys.
    """
    facts = [facts_of(note) for note in (pair.one.note, pair.into.note, after)]
    theirs, ours, now = facts
    side = side_of(after)
    if theirs is None or ours is None or now is None or isinstance(side, Refusal):
        return "the note couldn't be read after the change"
    for what, before, said in (
        ("an interaction", (ours.interactions, theirs.interactions), now.interactions),
        ("a promise", (ours.promises, theirs.promises), now.promises),
    ):
        one, other = map(Counter, before)
        # What both say word for word may stand there once.
        if not one | other <= Counter(said) <= one + other:
            return f"{what} would be read otherwise, or be lost"
    for problem in now.problems - (ours.problems + theirs.problems):
        return problem.message
    if side.contact.name != pair.into.contact.name:
        return "the name would change as well"
    if any(each not in now.body for each in _lost_comments(side, pair)):
        return "a comment in the front matter would be lost"
    return next(_lost_fields(side, texts, pair), "")


def _lost_comments(after: Side, pair: Pair) -> Iterator[str]:
    kept = {each.text for each in after.front.comments}
    for each in (*pair.one.front.comments, *pair.into.front.comments):
        if each.text not in kept and not any(each.text in more for more in kept):
            yield each.text


def _lost_fields(after: Side, texts: Mapping[str, str], pair: Pair) -> Iterator[str]:
    shared = set(pair.shared())
    for side in (pair.into, pair.one):
        for name in side.names():
            key = pair.key(name)
            if name == "name":
                known = {name_key(each) for each in _names(after)}
                is_same = {name_key(each) for each in side.values("name")[1:]} <= known
            elif name in shared and not pair.is_list(name):
                is_same = _is_decided(after, name, texts, pair)
            else:
                is_same = _is_kept(after, side, name, pair)
            if not is_same:
                yield f"{key} would be read otherwise, or be lost"


def _names(side: Side) -> Iterator[str]:
    yield from (side.contact.name, *side.values("name"), *side.contact.aliases)


def _is_decided(after: Side, name: str, texts: Mapping[str, str], pair: Pair) -> bool:
    """Whether the value of a field that both have is the one that is to stay."""
    ours, theirs = pair.value(pair.into, name), pair.value(pair.one, name)
    wanted = ours or theirs
    if wanted is None:
        return True
    key = pair.key(name)
    if theirs and ours and key in texts and texts[key] != ours.text:
        wanted = theirs
    if pair.is_whole(name):
        return after.whole(name).meant == wanted.meant
    now = after.single(name, pair.meaning)
    return now is not None and now.meant == wanted.meant and texts.get(key, now.text) == now.text


def _is_kept(after: Side, side: Side, name: str, pair: Pair) -> bool:
    """Whether everything that one note says in a field is there."""
    if side.is_whole(name) or not side.values(name):
        return after.whole(name).meant == side.whole(name).meant
    if side.is_list(name) or after.is_list(name):
        wanted = set(side.texts(name, pair.meaning))
        named = {name_key(after.contact.name)} if name == "aliases" else set()
        return wanted - named <= set(after.texts(name, pair.meaning))
    value = side.single(name, pair.meaning)
    now = after.single(name, pair.meaning)
    return value is None or (now is not None and now.meant == value.meant)
