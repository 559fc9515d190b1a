"""Whom a wrong link means: the same whether the directory is made anew or from the one before."""

from building import contact, index
from hypothesis import given
from hypothesis import strategies as st

from netjournal.model.contact import Contact
from netjournal.rules.people import Directory, _Names, directory_of

_NAMES = st.sampled_from(
    ["Ana Lopez", "Ana Lund", "Anna Lopez", "Ben Osei", "Bén Osei", "Zoë", "Priya Raman", "P", ""]
)
_ALIASES = st.lists(st.sampled_from(["Pri", "benny", "Annie L"]), max_size=2).map(tuple)
_CONTACTS = st.lists(
    st.builds(
        _Names, st.sampled_from(["a.md", "b.md", "ana-lopez.md", "x/ben.md"]), _NAMES, _ALIASES
    ),
    max_size=5,
    unique_by=lambda each: each.path,
)
_WRONG = ("ana lopes", "Annal Lund", "ben", "bem osei", "zoé", "Dr Priya Raman", "pria", "x", "")


@given(st.lists(_CONTACTS, min_size=1, max_size=5))
def test_a_directory_that_takes_over_knows_the_same(vaults: list[list[_Names]]) -> None:
    before = None
    for contacts in vaults:
        anew, before = Directory(contacts), Directory(contacts, before)
        for wrong in _WRONG:
            assert before.likely(wrong) == anew.likely(wrong)


def test_the_directory_of_a_vault_changes_with_its_names_alone() -> None:
    def named(*names: str) -> list[Contact]:
        return [contact(f"contacts/{n}.md", name) for n, name in enumerate(names)]

    first = directory_of(index(*named("Ana", "Ben Osei")))
    assert directory_of(index(*named("Ana", "Ben Osei"))) is first
    second = directory_of(index(*named("Ana", "Ben Lund")))
    assert [each.text for each in second.likely("ben lumd")] == ["Ben Lund"]
    assert [each.text for each in first.likely("ben ose")] == ["Ben Osei"]
