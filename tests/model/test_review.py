"""Rows that are made when they are asked for."""

from netjournal.model.review import Row, RowsWhenAsked


def test_each_row_is_made_once_and_only_when_asked_for() -> None:
    made: list[str] = []

    def make(name: str) -> Row:
        made.append(name)
        return {"name": name}

    rows = RowsWhenAsked(["a", "b", "c"], make)

    assert (len(rows), made) == (3, [])
    assert list(rows[:2]) == [{"name": "a"}, {"name": "b"}]
    assert (rows[1], rows[-1]) == ({"name": "b"}, {"name": "c"})
    assert made == ["a", "b", "c"]
    assert [row["name"] for row in rows] == ["a", "b", "c"]
    assert made == ["a", "b", "c"]
