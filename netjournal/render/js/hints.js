// What to say where nobody is found, or where a query makes no sense.
const netjournalHints = (() => {
  const { fieldsOf, find, plainKey, textsOf, words, wordsOf } = netjournalQuery;
  const { ask, counted, element } = netjournalRows;
  const MOST = 3;

  const quoted = (value) => (/[\s",]/.test(value) ? `"${value.replaceAll('"', "")}"` : value);
  const textOf = (terms) => terms.map(({ text }) => text).join(" ");
  /** Everything that a field says of anybody. */
  const valuesOf = (field, { people, tables }) => {
    if (field === "industry") return [...tables.industryWords.keys()];
    if (tables.words.includes(field))
      return [...new Set(people.flatMap((person) => wordsOf(field, person, tables)))];
    // A part is enough: so is one word of a name.
    const said = new Set(people.flatMap((person) => textsOf(field, person, tables)));
    return [...new Set([...said].flatMap((text) => [text, ...words(text)]))];
  };

  const isAsked = ({ field, operator, turned }, { tables }) =>
    field !== "" &&
    operator === ":" &&
    !turned &&
    ![...tables.numbers, ...tables.dates].includes(field);
  /** The queries in which a value that nobody has is one that somebody has, much like it. */
  const likelyQueries = (terms, data) =>
    terms
      .filter((term) => isAsked(term, data) && !find([term], data.people, data.tables).length)
      .map((term) => {
        const { field, values } = term;
        const all = field === "has" ? fieldsOf(data.tables) : valuesOf(field, data);
        const value = netjournalLikeness.meant(values[0], all, plainKey);
        if (value === null) return null;
        return textOf(terms.map((one) => (one === term ? { text: `${field}:${quoted(value)}` } : one)));
      })
      .filter((query) => query !== null);

  /** What is found without one of the terms, by the query that asks for it. */
  const without = (terms, data) =>
    terms.length < 2
      ? []
      : terms
          .map((term) => terms.filter((one) => one !== term))
          .map((rest) => [textOf(rest), find(rest, data.people, data.tables).length])
          .filter(([, count]) => count > 0)
          .slice(0, MOST);

  const or = (links) => links.flatMap((link, place) => (place ? [" or ", link] : [link]));
  const how = () => element("a", { href: "#how" }, "How to search");
  const hint = (...parts) => element("p", { class: "hint" }, ...parts);

  /** What to try where a query finds nobody. */
  const nobodyFound = (terms, data) => {
    const likely = likelyQueries(terms, data).slice(0, MOST);
    const fewer = without(terms, data);
    const hints = [];
    if (likely.length) hints.push(hint("Did you mean ", ...or(likely.map((query) => ask(query))), "?"));
    if (fewer.length)
      hints.push(
        hint(
          "With one condition less: ",
          ...fewer.flatMap(([query, count], place) => [
            place ? "; " : "",
            ask(query),
            ` (${counted(count, "contact")})`,
          ]),
          ".",
        ),
      );
    return hints;
  };

  /** What was searched, where neither a person nor a line of a note is found. */
  const nothingFound = () =>
    hint(
      "Searched were names, organizations, places, offers, needs, tags, industries and all other ",
      "fields, and every line of the notes. A part of a word is enough. ",
      how(),
    );

  /** What would make sense instead of a query that makes none. */
  const insteadOf = ({ more, typed, names }, text) => {
    if (!typed) return more ? [hint(more)] : [];
    const [first, ...others] = names;
    const query = text.replace(typed, first);
    const all = others.flatMap((name, place) => [place ? ", " : "", element("code", {}, name)]);
    if (!all.length) return [hint("Did you mean ", ask(query), "? ", how())];
    return [hint("Did you mean ", ask(query), "? Other fields: ", ...all, " … ", how())];
  };

  return { insteadOf, nobodyFound, nothingFound };
})();
