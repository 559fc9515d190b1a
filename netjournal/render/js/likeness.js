// Which words are most like one that was typed: for a field or a value that nobody has.
"use strict";
const netjournalLikeness = (() => {
  /** The slips between two words: a letter missing, added, replaced, or two neighbours swapped. */
  const slips = (one, other) => {
    let earlier = [];
    let before = [];
    let row = [...Array(other.length + 1).keys()];
    for (let i = 1; i <= one.length; i++) {
      [earlier, before, row] = [before, row, [i]];
      for (let j = 1; j <= other.length; j++) {
        const changed = before[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1);
        let count = Math.min(changed, before[j] + 1, row[j - 1] + 1);
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
          count = Math.min(count, earlier[j - 2] + 1);
        row.push(count);
      }
    }
    return row[other.length];
  };

  // The beginning of a word is most likely that word, not yet typed to its end.
  const distance = (typed, word) =>
    word.startsWith(typed) ? (word.length - typed.length) / 100 : slips(typed, word.slice(0, 40));

  /** The words, those first that are most like what was typed. */
  const nearestFirst = (typed, words, key = (word) => word) => {
    const asked = key(typed).slice(0, 40);
    return words
      .map((word) => [distance(asked, key(word)), word])
      .sort(([one], [other]) => one - other)
      .map(([, word]) => word);
  };

  /** The word that may have been meant: a slip in three letters, or its beginning. */
  const meant = (typed, words, key = (word) => word) => {
    const asked = key(typed).slice(0, 40);
    const most = Math.max(1, asked.length / 3);
    const isNear = (word) => key(word).startsWith(asked) || Math.abs(key(word).length - asked.length) <= most;
    const [first] = nearestFirst(typed, words.filter(isNear), key);
    return first !== undefined && distance(asked, key(first)) <= most ? first : null;
  };

  return { meant, nearestFirst };
})();
