"""A vault of any size for measuring: the same people on every machine.

`python benchmarks/make_vault.py FOLDER --contacts 10000 --journals 1000`
"""

import argparse
import random
from datetime import date, timedelta
from pathlib import Path

LAST_DAY = date(2026, 11, 24)
"""The day on which the vault is reviewed."""

FIRST_NAMES = (
    "Ana Ben Chen Dana Emil Farah Goran Hana Ines Jonas Kofi Lena Marek Nadia Omar".split()
)
LAST_NAMES = (
    "Abe Brandt Costa Duval Eze Fischer Garcia Haas Ito Jansen Kim Lund Meyer Novak".split()
)
INDUSTRIES = "technology finance health legal energy education media retail transport arts".split()
RELATIONSHIPS = "ally acquaintance acquaintance acquaintance met-once transactional".split()
CITIES = "Lisbon Rotterdam Aarhus Turin Ghent Porto Oslo Krakow".split()
TALK = (
    "Coffee near the station; the move to the new office is done.",
    "Long call about the pilot, she wants numbers before spring. #gave",
    "Lunch. He knows the people who ran the tender. #lead",
    "Sent the draft and got two pages of notes back. #received",
    "Walked round the harbour, talked about hiring and about the band.",
)


def contact_text(number: int, chance: random.Random) -> str:
    """A contact's note: twelve fields, and five to twenty dated lines."""
    name = f"{chance.choice(FIRST_NAMES)} {chance.choice(LAST_NAMES)} {number}"
    fields = [
        f"name: {name}",
        f"aliases: [{name.split(maxsplit=1)[0]}{number}]",
        f"relationship: {chance.choice(RELATIONSHIPS)}",
        f"industry: [{', '.join(chance.sample(INDUSTRIES, chance.choice((1, 1, 2))))}]",
        f"organization: Firm {number % 700}",
        "title: Head of something",
        f"location: {chance.choice(CITIES)}",
        f"email: person{number}@example.org",
        f'phone: "+351 555 {number:06d}"',
        f"met: {_day(chance, 3000)}",
        f"cadence: {chance.choice((30, 60, 90, 180))}d",
        f"tags: [{chance.choice(CITIES).lower()}, work]",
    ]
    days = sorted((_day(chance, 900) for _ in range(chance.randint(5, 20))), reverse=True)
    log = [f"- {day} {chance.choice(TALK)}" for day in days]
    return "\n".join(
        ("---", *fields, "---", "", f"# {name}", "", "Met at a meetup.", "", "## Log", *log, "")
    )


def journal_text(day: date, contacts: int, chance: random.Random) -> str:
    """A day's note: three people, each in a block."""
    blocks = []
    for _ in range(3):
        number = chance.randrange(contacts)
        blocks.append(f"- Talked with [[{file_name(number)}]] about {chance.choice(TALK)}")
    return "\n".join((f"# {day.isoformat()}", "", "Rain until noon.", "", *blocks, ""))


def file_name(number: int) -> str:
    """The file name of a contact, without its ending."""
    return f"person-{number:06d}"


def make_vault(folder: Path, contacts: int, journals: int) -> None:
    """Writes the vault; the same arguments give the same bytes."""
    chance = random.Random(20261124)
    (folder / "contacts").mkdir(parents=True)
    (folder / "journal").mkdir()
    for number in range(contacts):
        path = folder / "contacts" / f"{file_name(number)}.md"
        path.write_text(contact_text(number, chance), encoding="utf-8")
    for number in range(journals):
        day = LAST_DAY - timedelta(days=number)
        path = folder / "journal" / f"{day.isoformat()}.md"
        path.write_text(journal_text(day, contacts, chance), encoding="utf-8")
    (folder / "netjournal.toml").write_text('[build]\nformats = ["markdown"]\n', encoding="utf-8")


def _day(chance: random.Random, most: int) -> str:
    return (LAST_DAY - timedelta(days=chance.randrange(most))).isoformat()


def main() -> None:
    """Reads the arguments and writes the vault."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--contacts", type=int, default=10_000)
    arguments.add_argument("--journals", type=int, default=1_000)
    chosen = arguments.parse_args()
    make_vault(chosen.folder, chosen.contacts, chosen.journals)


if __name__ == "__main__":
    main()
