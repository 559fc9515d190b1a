"""The slips of the pen between two words: a letter missing, added, replaced, or two swapped.

That is the optimal string alignment distance.
"""


def slips(one: str, other: str, at_most: int, replaced: int = 1) -> int:
    """How many slips lie between two words; a replaced letter may count as more than one.

    When there are more than `at_most`, any number above it.
    """
    start = 0
    while start < len(one) and start < len(other) and one[start] == other[start]:
        start += 1
    one, other = one[start:], other[start:]
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    if at_most < 2 < max(len(one), len(other)):
        return at_most + 1
    return _alignment(one, other, replaced)


def _alignment(one: str, other: str, replaced: int) -> int:
    earlier: list[int] = []
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        earlier, before, row = before, row, [i]
        for j, b in enumerate(other, 1):
            changed = before[j - 1] + (0 if a == b else replaced)
            count = min(before[j] + 1, row[j - 1] + 1, changed)
            if i > 1 and j > 1 and (a, one[i - 2]) == (other[j - 2], b):
                count = min(count, earlier[j - 2] + 1)
            row.append(count)
    return row[-1]
