"""The file of nicknames: words as names are compared, each once."""

from netjournal.model.names import ascii_key
from netjournal.vault.nicknames import full_names_of


def test_short_forms_lead_to_full_names() -> None:
    assert full_names_of()["bob"] == {"robert"}
    assert full_names_of()["alex"] >= {"alexander", "alexandra"}
    assert full_names_of()["robert"] == {"robert"}


def test_every_name_is_one_word_as_names_are_compared() -> None:
    for name in full_names_of():
        assert name == ascii_key(name)
        assert name.isalpha()
