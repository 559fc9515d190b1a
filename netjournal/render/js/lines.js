// The lines of the notes that hold what is asked for, as `netjournal search` prints them.
const netjournalLines = (() => {
  const { find, plainKey, words } = netjournalQuery;
  const LINE_ENDS = /\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/;

  /** The words of a query that may stand anywhere. */
  const wordsAsked = (terms) =>
    terms
      .filter(({ field, turned }) => field === "" && !turned)
      .flatMap(({ values }) => values.map(plainKey))
      .filter((word) => word !== "");

  const linesOf = (note, wanted) => {
    note.key ??= plainKey(note.text);
    if (!wanted.every((word) => note.key.includes(word))) return [];
    const lines = note.text.split(LINE_ENDS);
    const keys = lines.map(plainKey);
    const numbers = [...keys.keys()];
    const whole = numbers.filter((line) => wanted.every((word) => keys[line].includes(word)));
    const some = (line) => wanted.some((word) => keys[line].includes(word));
    return (whole.length ? whole : numbers.filter(some).slice(0, 1)).map((line) => ({
      note,
      line: line + 1,
      text: lines[line],
    }));
  };

  /** Finds the lines for some words, and yields those of a note after another. */
  function* found(terms, wanted, { notes, people, tables }) {
    const others = terms.filter(({ field, turned }) => field !== "" || turned);
    const meant = others.length && new Set(find(others, people, tables).map(({ path }) => path));
    for (const note of notes) yield meant && !meant.has(note.path) ? [] : linesOf(note, wanted);
  }

  const shortened = (text, word) => {
    const at = Math.max(0, plainKey(text).indexOf(word) - 60);
    return `${at ? "…" : ""}${text.slice(at, at + 220)}${text.length > at + 220 ? "…" : ""}`;
  };

  /** The words of a line around those that are wanted. */
  const excerpt = (line, wanted) => {
    const present = wanted.filter((word) => plainKey(line).includes(word));
    const holdsAll = (text) => present.every((word) => plainKey(text).includes(word));
    const text = words(netjournalPlain.plain(line, holdsAll)).join(" ");
    return shortened(text, present[0]);
  };

  return { excerpt, found, wordsAsked };
})();
