"""Finding a name in a text at a glance: surely not there, or worth reading properly.

Everything is compared without case, accents and the signs that a name may be written without.
"""

import re
import unicodedata
from typing import NamedTuple

from netjournal.model.names import WRITTEN_OUT, plain_key

_LEFT_OUT = dict.fromkeys(map(ord, "'’ʼ`´."))
"""Signs with and without which a name is the same, or an e-mail address."""
_WORD = re.compile(r"[a-z0-9]+")


_NATIONAL_ZERO = re.compile(r"\(\s*0\s*\)")
_NO_DIGITS = {number: None for number in range(128) if not chr(number).isdigit()}


class Clue(NamedTuple):
    """What stands in every text that holds a name or an address."""

    words: tuple[str, ...]
    """Runs of ASCII letters and digits."""
    signs: frozenset[str] = frozenset()
    """Letters of other scripts, one by one."""
    digits: str = ""
    """Digits in a row, whatever stands between them."""


class Glimpse(NamedTuple):
    """A text in the form in which clues are looked for."""

    plain: str
    """Without what isn't ASCII."""
    signs: str
    """The same with it; empty where everything is ASCII."""

    def may_hold(self, clue: Clue) -> bool:
        """Whether all of a clue is there; surely so where the text has the name."""
        for word in clue.words:  # quicker than all() where the first one is missing
            if word not in self.plain:
                return False
        if not all(sign in self.signs for sign in clue.signs):
            return False
        return not clue.digits or clue.digits in _digits_in(self.plain)


def clue_of(name: str) -> Clue:
    """What to look for in place of a name or an address."""
    plain = plain_key(name).translate(_LEFT_OUT)
    signs = [sign for sign in plain if not sign.isascii() and sign.isalnum()]
    return Clue(tuple(_WORD.findall(plain)), frozenset(signs))


def clue_of_number(digits: str) -> Clue:
    """What to look for in place of a number, however its digits are grouped."""
    return Clue((), digits=digits) if digits.isascii() else Clue(())


def glimpse_of(text: str) -> Glimpse:
    """A text to look for clues in."""
    if text.isascii():
        return Glimpse(text.lower().replace("'", "").replace("`", "").replace(".", ""), "")
    folded = unicodedata.normalize("NFC", text).casefold()
    signs = unicodedata.normalize("NFD", folded).translate(_LEFT_OUT)
    plain = signs
    for letter, written in WRITTEN_OUT.items():
        plain = plain.replace(letter, written)
    return Glimpse(plain.encode("ascii", "ignore").decode("ascii"), signs)


def _digits_in(plain: str) -> str:
    return _NATIONAL_ZERO.sub("", plain).translate(_NO_DIGITS)
