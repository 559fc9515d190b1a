"""Mail: who wrote to whom on which day, from the headers of an mbox, a maildir or one message."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from email.utils import mktime_tz, parsedate_tz

from netjournal.importers.entry_texts import entry_line, plain_line
from netjournal.importers.letters import MOST_RECIPIENTS, LeftOut, Letter, Letters, Why
from netjournal.importers.mail_addresses import Address, addresses, words
from netjournal.importers.mail_messages import Message, begins_message, messages
from netjournal.measures.details import email_of
from netjournal.model.imported import (
    Asked,
    Imported,
    IncomingFile,
    NotReadable,
    Skipped,
)

_REPLY = re.compile(
    r"(?:\s*(?:re|fwd?|aw|wg|antw|antwort|sv|vs|vl|vb|tr|rv|enc|res|r|i|odp|ynt|ha|doorst|回复|答复|转发)"
    r"(?:\s*[\[(]\d{1,3}[\])]|\^\d)?\s*[:：])+",
    re.IGNORECASE,
)
_ROBOT = re.compile(
    r"(?:no|do[._-]?not|dont)[._-]?reply|mailer[._-]?daemon|postmaster|bounces?\b|"
    r"notifications?\b|newsletter|alerts?\b|auto[._-]?(?:mail|reply|confirm)",
    re.IGNORECASE,
)
_NAMES = re.compile(rb"^([!-9;-~]{1,60})[ \t]*:", re.MULTILINE)
_OF_A_MESSAGE = frozenset((b"date", b"message-id", b"received", b"return-path", b"delivered-to"))
_BULK = ("bulk", "list", "junk")
_NO_LETTERS = ("spam", "draft", "drafts")
_FIRST_YEAR = 1971
_NO_ADDRESSES = (
    "nothing says which mail is yours: put your own addresses as `emails` under `[me]` "
    "in netjournal.toml"
)


def recognises(name: str, head: bytes) -> bool:
    """Whether it is an mbox, or begins as one message does."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
    if begins_message(start):
        return True
    if not start.strip():
        return name.lower().endswith(".mbox")
    headers = re.split(rb"\r?\n\r?\n", start, maxsplit=1)[0]
    if not _NAMES.match(headers):
        return False
    names = {name.lower() for name in _NAMES.findall(headers)}
    is_named = name.lower().endswith((".mbox", ".eml", ".mbx"))
    return is_named or (b"from" in names and not names.isdisjoint(_OF_A_MESSAGE))


def read(file: IncomingFile, asked: Asked) -> Iterator[Imported]:
    """One entry for each person and day, at the end; a letter that can't be read is Skipped.

    Raises NotReadable when it isn't known which addresses are mine.
    """
    letters = Letters()
    for found in letters_in(file.lines, asked):
        if isinstance(found, Skipped):
            yield found
        else:
            letters.add(found)
    yield from letters.entries()
    yield from letters.left_out()


def letters_in(lines: Iterable[bytes], asked: Asked) -> Iterator[Letter | LeftOut | Skipped]:
    """What each message of some lines is, for a caller that gathers over several files."""
    mine = own_addresses(asked)
    for message in messages(lines):
        found = letter_of(message, mine, asked)
        if found is not None:
            yield found


def own_addresses(asked: Asked) -> frozenset[str]:
    """My own addresses in the form in which two are the same. Raises NotReadable without any."""
    known = (email_of(each) for each in asked.my_emails)
    mine = frozenset(each.key for each in known if each)
    if not mine:
        raise NotReadable(_NO_ADDRESSES)
    return mine


def letter_of(
    message: Message, mine: frozenset[str], asked: Asked
) -> Letter | LeftOut | Skipped | None:
    """The letter that a message is; None for one from before the days that are asked for."""
    senders = addresses(message.text("from"))
    if not senders:
        why = (
            "its sender has no e-mail address" if "from" in message.headers else "it has no sender"
        )
        return Skipped(message.line, _called(message), why)
    if _is_automatic(message, senders):
        return LeftOut(message.line, Why.AUTOMATIC)
    when = _day_of(message, asked)
    if isinstance(when, Skipped):
        return when
    is_old = asked.since is not None and when[0] < asked.since
    return None if is_old else _between(message, senders, when, mine)


def _between(
    message: Message, senders: Sequence[Address], when: tuple[date, float], mine: frozenset[str]
) -> Letter | LeftOut:
    """The letter with the people at its other end."""
    to = [each for name in ("to", "cc", "bcc") for each in addresses(message.text(name))]
    is_mine = any(each.key in mine for each in senders)
    reached = {each.key for each in (*to, *addresses(message.text("delivered-to")))}
    if not is_mine and mine.isdisjoint(reached):
        return LeftOut(message.line, Why.STRANGE)
    recipients = {each.key: each for each in reversed(to) if each.key and each.key not in mine}
    if len(recipients) > MOST_RECIPIENTS:
        return LeftOut(message.line, Why.CIRCULAR)
    people = tuple(reversed(recipients.values())) if is_mine else (senders[0],)
    subject = _REPLY.sub("", words(message.text("subject")), count=1)
    return Letter(message.line, *when, entry_line(subject), people, is_mine)


def _called(message: Message) -> str:
    subject = plain_line(words(message.text("subject")))
    return f"mail “{subject[:60]}”" if subject else "a mail"


def _is_automatic(message: Message, senders: Sequence[Address]) -> bool:
    """Whether a message comes from a list or a program, or was never sent."""
    if any(message.text(name) for name in ("list-id", "list-unsubscribe", "list-post")):
        return True
    submitted = message.text("auto-submitted").strip().lower()
    labels = {each.strip().lower() for each in message.text("x-gmail-labels").split(",")}
    return (
        message.text("precedence").strip().lower() in _BULK
        or submitted.partition(";")[0].strip() not in ("", "no")
        or message.text("x-spam-flag").strip().lower() == "yes"
        or not labels.isdisjoint(_NO_LETTERS)
        or all(_ROBOT.search(each.email.partition("@")[0]) for each in senders)
    )


def _day_of(message: Message, asked: Asked) -> tuple[date, float] | Skipped:
    header = message.headers.get("date")
    if header is None or not header.text.strip():
        line = header.line if header else message.line
        return Skipped(line, _called(message), "it has no date")
    shown = plain_line(header.text)[:60]
    try:
        parts = parsedate_tz(header.text[:200])
        day = date(*parts[:3]) if parts else None
        moment = float(mktime_tz(parts)) if parts else 0.0
    except (ValueError, TypeError, IndexError, OverflowError, AttributeError):
        day, moment = None, 0.0
    if day is None or day.year < _FIRST_YEAR:
        return Skipped(header.line, _called(message), f"its date can't be read: {shown}")
    if day > asked.as_of + timedelta(days=1):
        return Skipped(header.line, _called(message), f"its date is still to come: {shown}")
    return day, moment
