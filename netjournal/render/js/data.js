// What the search knows, read from the files beside it when somebody asks for the first time.
const netjournalData = (() => {
  const { anything, nameKey, plainKey } = netjournalQuery;
  const MISSING = "can’t be read; build the pages again";

  // Each file calls one of these, and what it brings goes where it was asked for.
  const asked = new Map();
  const stand = () => asked.get(document.currentScript.dataset.of);
  const mapOf = (pairs) => new Map(pairs);
  const readTables = (told) => ({
    ...told,
    choices: new Map(told.choices.map(([name, spellings, all]) => [name, [mapOf(spellings), all]])),
    spellings: mapOf(told.spellings),
    industries: new Map(told.industries.map(([key, label, group]) => [key, [label, group]])),
    industryWords: mapOf(told.industryWords),
    cadence: Object.fromEntries(
      Object.entries(told.cadence).map(([name, pairs]) => [name, mapOf(pairs)]),
    ),
  });
  const readPerson = (row, tables) => {
    const [path, name, apart, href, relationship, states, status, tags, uid, ...more] = row;
    const [industries, typed, mask, dates, numbers, texts, own] = more;
    const fields = tables.fields.filter((_, bit) => (mask >> bit) & 1);
    return {
      path, name, apart, href, relationship, states, status, tags, uid, industries, typed, fields,
      dates, numbers, texts, own, key: nameKey(name),
    };
  };
  window.netjournal = {
    tables(told) {
      stand().tables = readTables(told);
    },
    people(rows) {
      const { people, tables } = stand();
      for (const row of rows) people.push(readPerson(row, tables));
    },
    notes(rows) {
      const { notes } = stand();
      for (const [path, before, after, text] of rows) notes.push({ path, before, after, text });
    },
  };

  // By characters, as Python sorts, and not by halves of them.
  const signs = (text) => text.replace(/[\ud800-\udfff]/g, (half) => `\uffff${half}`);
  const compare = (one, other) => (one < other ? -1 : one > other ? 1 : 0);
  const byName = (one, other) =>
    compare(signs(one.key), signs(other.key)) || compare(signs(one.path), signs(other.path));
  const byPath = (one, other) => compare(signs(one.path), signs(other.path));
  const once = (make) => {
    let made = null;
    return () => (made ??= make());
  };

  /** The data in a folder of scripts; `version` is another one where it has changed. */
  const open = (base, version = "") => {
    const data = { tables: null, people: [], notes: [], isRead: false };
    asked.set(version, data);
    const load = (name) =>
      new Promise((done, failed) => {
        const script = document.createElement("script");
        script.src = new URL(name + (version && `?${version}`), base);
        script.dataset.of = version;
        script.onload = () => done(script.remove());
        script.onerror = () => failed(new Error(`${name} ${MISSING}`));
        document.head.append(script);
      });
    const numbered = (kind) =>
      Promise.all([...Array(data.tables.parts[kind]).keys()].map((n) => load(`${kind}-${n}.js`)));
    data.readPeople = once(async () => {
      await load("tables.js");
      await numbered("people");
      data.people.sort(byName);
      data.byPath = new Map(data.people.map((person) => [person.path, person]));
      for (const person of data.people) anything(person, data.tables); // so that no key waits
      data.isRead = true;
    });
    data.readNotes = once(async () => {
      await numbered("notes");
      data.notes.sort(byPath);
    });
    data.readLikely = once(async () => {
      await load("minisearch.js");
      return likelyAmong(data);
    });
    return data;
  };

  const OTHERS = ["organization", "title", "location", "offers", "needs"];
  /** Finds people whose names or texts are much like what was typed. */
  const likelyAmong = async ({ people, tables, byPath: paths }) => {
    const names = tables.texts.indexOf("aliases");
    const index = new MiniSearch({ fields: ["name", "more"], idField: "path" });
    const documents = people.map(({ path, name, texts, tags, industries }) => ({
      path,
      name: plainKey([name, ...(texts[names] || [])].join(" ")),
      more: plainKey(
        [
          ...OTHERS.flatMap((other) => texts[tables.texts.indexOf(other)] || []),
          ...tags,
          ...industries.map((key) => tables.industries.get(key)[0]),
        ].join(" "),
      ),
    }));
    await index.addAllAsync(documents, { chunkSize: 100 });
    const options = { prefix: true, fuzzy: 0.25, boost: { name: 3 } };
    return (text) =>
      index
        .search(plainKey(text), options)
        .slice(0, 5)
        .map(({ id }) => paths.get(id));
  };

  return { open, MISSING };
})();
