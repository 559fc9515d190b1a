"""The page on which one writes something down: an entry, a promise that is done, a rest."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from html import escape
from typing import Final, NamedTuple
from urllib.parse import unquote

from netjournal.app.watch import Known
from netjournal.model.config import Config
from netjournal.model.contact import Contact, Kind, Promise
from netjournal.render.visible import one_line
from netjournal.render.words import short_day
from netjournal.reviews.excerpts import plain_text
from netjournal.reviews.tagging import hashtag
from netjournal.reviews.words import listed
from netjournal.web.entries import NOTHING_TYPED, NotDone, Wish
from netjournal.web.foot import OWN
from netjournal.web.news import Written

_KINDS: Final = (Kind.GAVE, Kind.RECEIVED, Kind.ASKED, Kind.LEAD, Kind.INTRO, Kind.OUTREACH)
"""Those that the form names."""

_MOST_PROMISES: Final = 50
_MOST_NAMED: Final = 3
_ENTRY_NAME: Final = "entry"
"""By which a button that stands elsewhere belongs to the form of an entry."""

_PAGE: Final = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>{title}</title>
<link rel="stylesheet" href="{own}write.css">
</head>
<body class="write">
<main>
<p class="back"><a href="{back}">Back to the page</a></p>
<h1>{title}</h1>
{outcome}
{forms}
</main>
<script src="{own}write.js"></script>
</body>
</html>
"""

_FORM: Final = """\
<form method="post" action="{own}{action}"{name}>
<input type="hidden" name="token" value="{token}">
<input type="hidden" name="back" value="{back}">
{fields}
</form>
"""

_ENTRY: Final = """\
<label for="who">With whom</label>
<input id="who" name="who" value="{who}" required autocomplete="off" aria-describedby="who-hint"{a}>
<p class="hint" id="who-hint">A name or a part of one; several with commas between them.</p>
<label for="text">What happened</label>
<textarea id="text" name="text" rows="3" required aria-describedby="text-hint"{b}>{text}</textarea>
<p class="hint" id="text-hint">Hashtags say what it was, if you like: {hashtags}.</p>
<label for="day">When</label>
<input id="day" name="day" value="{day}" autocomplete="off" aria-describedby="day-hint">
<p class="hint" id="day-hint">today, yesterday, 3d ago, friday or 2026-11-03</p>
<p><label><input type="checkbox" name="journal" value="yes"{journal}> Into the journal note of
that day, as it is for several people</label></p>
<input type="hidden" name="new" value="{new}">
<p><button>Write it down</button></p>
"""

_WRITTEN: Final = """\
<input type="hidden" name="change" value="{number}">
<p>{said}</p>
<button>Take it back</button>
"""

_REST: Final = """\
<input type="hidden" name="who" value="{who}">
<label for="until">Until when</label>
<input id="until" name="until" value="{until}" required placeholder="2w" autocomplete="off">
<p class="hint">2w, 3 months, friday or 2027-01-15. Nobody is proposed who rests.</p>
<p><button>Let them rest</button></p>
"""

_PROMISE: Final = """\
<input type="hidden" name="note" value="{note}">
<input type="hidden" name="line" value="{line}">
<input type="hidden" name="text" value="{text}">
<span>{said}</span>
<button aria-label="Done: {said}">Done</button>
"""


class Asked(NamedTuple):
    """What the page is asked with."""

    token: str
    back: str
    """The address of the page from which it was reached."""
    wish: Wish = NOTHING_TYPED
    """What had been typed, when it could not be done."""
    outcome: NotDone | None = None
    written: Written | None = None
    """What was last written and can be taken back."""


def write_page(known: Known, asked: Asked) -> bytes:
    """The page, about the contact from whose page it was reached, if it was."""
    person = _person(known, asked.back)
    title = f"Write down, with {one_line(person.name)}" if person else "Write something down"
    forms = [_form("log", _entry(known, asked, person), asked, f' id="{_ENTRY_NAME}"')]
    if asked.written:
        number, said = asked.written
        fields = _filled(
            _WRITTEN, {"number": str(number), "said": one_line(said[:1].upper() + said[1:])}
        )
        forms.insert(0, _form("undo", fields, asked, ' id="written"'))
    if person:
        rest = {"who": person.path, "until": asked.wish.get("until", "")}
        forms += ["<h2>Let them rest</h2>", _form("snooze", _filled(_REST, rest), asked)]
    promises = _promises(known, person)
    if promises:
        to = "Promises to them" if person else "Open promises"
        whom = {} if person else _whom(known)
        items = [
            f"<li>{_form('done', _promise(known, each, whom.get(each, ())), asked)}</li>"
            for each in promises
        ]
        forms += [f"<h2>{to}</h2>", '<ul class="promises">', *items, "</ul>"]
    page = _PAGE.format(
        own=OWN,
        title=escape(title),
        back=escape(asked.back),
        outcome=_outcome(asked.outcome),
        forms="\n".join(forms),
    )
    return page.encode("utf-8", "replace")


def _person(known: Known, back: str) -> Contact | None:
    """The contact whose page or note has an address."""
    path = unquote(back.partition("?")[0].partition("#")[0]).removeprefix("/")
    for note, page in known.contact_pages.items():
        if page == path:
            return known.index.contacts.get(note)
    return known.index.contacts.get(path)


def _form(action: str, fields: str, asked: Asked, name: str = "") -> str:
    back = escape(asked.back)
    return _FORM.format(
        own=OWN, action=action, name=name, token=asked.token, back=back, fields=fields
    )


def _filled(template: str, texts: dict[str, str]) -> str:
    return template.format(**{name: escape(text) for name, text in texts.items()})


def _entry(known: Known, asked: Asked, person: Contact | None) -> str:
    wish = asked.wish
    who = wish.get("who", _called(known, person) if person else "")
    return _ENTRY.format(
        who=escape(who),
        text=escape(wish.get("text", "") if "who" in wish else ""),
        hashtags=escape(_hashtags(known.config)),
        day=escape(wish.get("day", "today")),
        journal=" checked" if wish.get("journal") else "",
        new=escape(wish.get("new", "")),
        a="" if who else " autofocus",
        b=" autofocus" if who and not asked.outcome else "",
    )


def _hashtags(config: Config) -> str:
    """The hashtags of the kinds that are used most, as the vault has them."""
    return ", ".join([hashtag(kind, config).strip("`") for kind in _KINDS])


def _called(known: Known, person: Contact) -> str:
    """The name of a contact, or its path where that could mean another one or several."""
    namesakes = known.index.names.by_name.get(person.name.casefold(), ())
    return person.name if len(namesakes) == 1 and "," not in person.name else person.path


def _choices(outcome: NotDone) -> str:
    """A button for each contact that a name may mean: it sends the form again with that one.

    For a name that nobody has, a button that has a note made for them.
    """
    if outcome.unknown:
        name = escape(outcome.unknown)
        return (
            f'<div class="choices"><button form="{_ENTRY_NAME}" name="make" '
            f'value="{name}">Make a note for {name}, and write it down</button>'
            "</div>"
        )
    if not outcome.choices:
        return ""
    typed = escape(outcome.typed)
    buttons = [
        f'<button form="{_ENTRY_NAME}" name="instead" value="{escape(each.note.path)}">'
        f"{escape(one_line(f'{each.name}, {each.about}' if each.about else each.name))}</button>"
        for each in outcome.choices
    ]
    kept = f'<input type="hidden" form="{_ENTRY_NAME}" name="typed" value="{typed}">'
    return (
        f'{kept}<div class="choices" role="group" aria-label="Which one">{"".join(buttons)}</div>'
    )


def _promises(known: Known, person: Contact | None) -> Sequence[Promise]:
    """The open promises to a contact, or all of them, those due first before the others."""
    by_contact = known.index.promises
    lists: Iterable[Sequence[Promise]] = by_contact.values()
    if person:
        lists = [by_contact.get(person.path, ())]
    found = dict.fromkeys(each for some in lists for each in some if not each.done)
    return sorted(found, key=lambda each: each.due or date.max)[:_MOST_PROMISES]


def _whom(known: Known) -> Mapping[Promise, Sequence[str]]:
    """The names of those to whom each promise is."""
    found: defaultdict[Promise, list[str]] = defaultdict(list)
    for path, promises in known.index.promises.items():
        for each in promises:
            found[each].append(known.index.contacts[path].name)
    return found


def _promise(known: Known, promise: Promise, whom: Sequence[str]) -> str:
    said = plain_text(promise.text, known.index, known.config.hashtags, promise.path)
    said = said or promise.text
    said += f", to {listed(whom, _MOST_NAMED)}" if whom else ""
    due = f" (due {short_day(promise.due)})" if promise.due else ""
    return _filled(
        _PROMISE,
        {
            "note": promise.path,
            "line": str(promise.line),
            "text": promise.text,
            "said": one_line(said) + due,
        },
    )


def _outcome(outcome: NotDone | None) -> str:
    if outcome is None:
        return ""
    by_hand = f"<p>By hand it would be:</p><pre>{escape(outcome.by_hand)}</pre>"
    more = by_hand if outcome.by_hand else ""
    why = f'<p role="alert">{escape(one_line(outcome.why))}</p>'
    return f'<div class="outcome">{why}{more}{_choices(outcome)}</div>'
