"""GraphML and DOT: who introduced me to whom, and who knows whom."""

import io
import re
from types import ModuleType

import networkx as nx  # type: ignore[import-untyped]
import pytest
from building import contact, link
from exporting import export, text_from
from hypothesis import given
from hypothesis import strategies as st

from netjournal.app.exporting import exporter_called
from netjournal.exporters import dot, graphml
from netjournal.exporters.connections import Arrow, picture
from netjournal.exporters.uids import digest
from netjournal.model.contact import Contact, Relationship
from netjournal.model.exported import Export

ANA = contact(
    "contacts/ana.md",
    "Ana Lopez",
    relationship=Relationship.ALLY,
    organization='A & B "C" <d>',
    knows=(link("ben"), link("Tom Rask (insurance)"), link("ana"), link("cy")),
    uid="ana",
)
BEN = contact(
    "contacts/ben.md", "Ben Osei", uid="ben", introduced_by=link("ana"), knows=(link("tom rask"),)
)
CY = contact("contacts/cy.md", "Cy", uid="cy", introduced_by=link("Dr Who"))


def graph(exported: Export) -> "nx.MultiDiGraph[str]":
    """The graph as networkx reads it."""
    (file,) = graphml.write(exported)
    found: nx.MultiDiGraph[str] = nx.read_graphml(io.BytesIO(file.data), force_multigraph=True)
    return found


def arrows(exported: Export) -> set[tuple[str, str, str]]:
    """The edges by names."""
    found = graph(exported)
    names = {node: data["name"] for node, data in found.nodes(data=True)}
    return {
        (names[source], data["kind"], names[target])
        for source, target, data in found.edges(data=True)
    }


def test_networkx_reads_people_and_arrows() -> None:
    exported = export(ANA, BEN, CY, states={ANA.path: "fresh"}, last={ANA.path: "2026-11-01"})

    assert arrows(exported) == {
        ("Ana Lopez", "introduced", "Ben Osei"),
        ("Ana Lopez", "knows", "Ben Osei"),
        ("Ana Lopez", "knows", "Tom Rask"),
        ("Ana Lopez", "knows", "Cy"),
        ("Ben Osei", "knows", "Tom Rask"),
        ("Dr Who", "introduced", "Cy"),
    }
    nodes = {data["name"]: data for _, data in graph(exported).nodes(data=True)}
    assert nodes["Ana Lopez"] == {
        "name": "Ana Lopez",
        "kind": "contact",
        "relationship": "ally",
        "organization": 'A & B "C" <d>',
        "last_contact": "2026-11-01",
        "state": "fresh",
        "path": "contacts/ana.md",
    }
    assert nodes["Tom Rask"] == {"name": "Tom Rask", "kind": "mentioned", "industry": "insurance"}


def test_contacts_whom_a_query_leaves_out_are_not_in_the_picture() -> None:
    exported = export(ANA, BEN, CY, of=[BEN.path])

    assert arrows(exported) == {("Ben Osei", "knows", "tom rask")}


def test_of_the_public_no_ties_leave_unless_they_may() -> None:
    public = export(ANA, BEN, CY, public=("name",), states={ANA.path: "fresh"})

    assert arrows(public) == set()
    assert {tuple(sorted(data)) for _, data in graph(public).nodes(data=True)} == {("kind", "name")}
    assert len(arrows(export(ANA, BEN, CY, public=("name", "introduced_by")))) == 2


def test_the_same_arrow_is_there_once() -> None:
    twice = contact("contacts/a.md", "A", uid="a", knows=(link("ben"), link("Ben Osei")))

    assert picture(export(twice, contact("contacts/ben.md", "Ben Osei", uid="ben"))).arrows == (
        Arrow("a", "ben", "knows"),
    )


STATEMENT = re.compile(
    r'  (?:graph|node|"(?:[^"\\\n]|\\["\\n])*"(?: -> "(?:[^"\\\n]|\\["\\n])*")?)'
    r' \[[\w-]+="(?:[^"\\\n]|\\["\\n])*"(?:, [\w-]+="(?:[^"\\\n]|\\["\\n])*")*\];'
)


def test_the_picture() -> None:
    tom, cy = (f"mentioned-{digest(name)}" for name in ("tom rask", "cy"))

    assert text_from(exporter_called("dot"), export(ANA, BEN)) == (
        "// Exported by netjournal.\n"
        "digraph netjournal {\n"
        '  graph [rankdir="LR"];\n'
        '  node [shape="box", style="rounded"];\n'
        '  "ana" [label="Ana Lopez", relationship="ally", '
        'organization="A & B \\"C\\" <d>", path="contacts/ana.md"];\n'
        '  "ben" [label="Ben Osei", path="contacts/ben.md"];\n'
        f'  "{tom}" [label="Tom Rask", style="rounded,dashed", '
        'industry="insurance"];\n'
        f'  "{cy}" [label="cy", style="rounded,dashed"];\n'
        '  "ana" -> "ben" [kind="knows", style="dashed"];\n'
        f'  "ana" -> "{tom}" [kind="knows", style="dashed"];\n'
        f'  "ana" -> "{cy}" [kind="knows", style="dashed"];\n'
        '  "ana" -> "ben" [kind="introduced"];\n'
        f'  "ben" -> "{tom}" [kind="knows", style="dashed"];\n'
        "}\n"
    )


@pytest.mark.parametrize("module", [dot, graphml])
def test_nobody_is_an_empty_picture(module: ModuleType) -> None:
    assert picture(export()) == ((), ())
    assert b"netjournal" in module.write(export())[0].data


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_words_stay_in_their_quotes(name: str, knows: str) -> None:
    someone: Contact = contact(name=name or "x", knows=(link(knows or "y"),), organization=name)
    exported = export(someone)

    assert len(graph(exported)) == len(picture(exported).nodes)
    lines = text_from(exporter_called("dot"), exported).split("\n")
    assert all(STATEMENT.fullmatch(line) for line in lines[2:-2]), lines
