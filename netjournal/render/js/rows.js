// How what is found looks: rows of people, as the pages have them, and lines of notes.
const netjournalRows = (() => {
  const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

  const element = (name, attributes = {}, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  };
  // As the pages are written: on one line, with nothing in it that acts on a screen.
  const oneLine = (text) =>
    netjournalQuery
      .words(text)
      .join(" ")
      .replace(/[\u202a-\u202e\u2066-\u2069]/g, "")
      .replace(/[\0-\x1f]/g, (sign) => String.fromCharCode(0x2400 + sign.charCodeAt(0)))
      .replace(/[\x7f-\x9f]/g, "\ufffd");
  const named = ({ name, path }) => oneLine(name) || path.split("/").pop().replace(/\.md$/, "");
  const link = (person) => {
    const { apart, href } = person;
    const parts = [element("a", { href }, element("bdi", {}, named(person)))];
    if (apart)
      parts.push(" ", element("span", { class: "apart" }, "(", element("bdi", {}, oneLine(apart)), ")"));
    return parts;
  };
  const day = (iso) => {
    if (!iso) return [];
    const [year, month, date] = iso.split("-").map(Number);
    return [element("time", { datetime: iso }, `${date} ${MONTHS[month - 1]} ${year}`)];
  };
  // As `some_of` has it in Python.
  const someOf = (names, most = 3) => {
    const comma = names.some((name) => name.includes(",")) ? "; " : ", ";
    if (names.length <= most + 1) return names.join(comma);
    return `${names.slice(0, most).join(comma)} and ${names.length - most} more`;
  };
  const COLUMNS = [
    ["Contact", "contact", link],
    ["Relationship", "short relationship", ({ relationship }) => [relationship]],
    ["State", "short standing", ({ states: [state] }) => [
      element("span", { class: `state ${state}` }, state.replace("-", " ")),
    ]],
    ["Last contact", "day", ({ dates }, { dates: names }) => day(dates[names.indexOf("last_contact")])],
    ["Industry", "", ({ industries }, { industries: all }) => [
      someOf(industries.map((key) => oneLine(all.get(key)[0]))),
    ]],
    ["Organization", "", ({ texts }, { texts: names }) => [
      oneLine((texts[names.indexOf("organization")] || [""])[0]),
    ]],
  ];
  const cell = ([title, kind, parts], person, tables) =>
    kind === "contact"
      ? element("th", { role: "rowheader", scope: "row", class: kind }, ...parts(person, tables))
      : element("td", { role: "cell", class: kind, "data-label": title }, ...parts(person, tables));
  // Most of whom one key finds the next finds as well: their rows are made once.
  const made = new WeakMap();
  const row = (person, tables) => {
    if (!made.has(person))
      made.set(
        person,
        element("tr", { role: "row" }, ...COLUMNS.map((column) => cell(column, person, tables))),
      );
    return made.get(person);
  };
  /** A table of people, and the body in which its rows stand. */
  const table = () => {
    const head = COLUMNS.map(([title, kind]) =>
      element("th", { role: "columnheader", scope: "col", class: kind }, title),
    );
    const body = element("tbody", { role: "rowgroup" });
    const top = element("thead", { role: "rowgroup" }, element("tr", { role: "row" }, ...head));
    return [element("div", { class: "table" }, element("table", { role: "table" }, top, body)), body];
  };

  /** A line of a note, which leads to where it stands. */
  const lineItem = ({ note, line, text }, wanted, { byPath, tables }) => {
    const { path, before, after } = note;
    const said = element("bdi", {}, oneLine(netjournalLines.excerpt(text, wanted)));
    const source = element("a", { class: "source", href: before + line + after }, oneLine(`${path}:${line}`));
    const person = tables.hasPages && byPath.get(path);
    if (!person) return element("li", {}, said, " ", source);
    const place = element("a", { href: `${person.href}#L${line}` }, element("bdi", {}, named(person)));
    return element("li", {}, place, ": ", said, " ", source);
  };

  const counted = (count, word) => `${count.toLocaleString("en")} ${word}${count === 1 ? "" : "s"}`;
  const part = (title, ...children) => element("section", {}, element("h2", {}, title), ...children);
  /** A link that asks for something else. */
  const ask = (query, words = query) =>
    element("a", { href: `?${new URLSearchParams({ q: query })}`, "data-ask": query }, words);

  return { ask, counted, element, lineItem, part, row, table };
})();
