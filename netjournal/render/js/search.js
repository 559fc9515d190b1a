// The page People: finds as you type, in the contacts and then in the text of the notes.
"use strict";
(() => {
  const MOST = 100;
  const MOST_LINES = 50;
  const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
  const form = document.querySelector(".search");
  const field = form.querySelector("input");
  const [place, everyone, help, keys] = ["search", "everyone", "help", "keys"].map((name) =>
    document.querySelector(`[data-${name}]`),
  );
  const [status, results] = [place.querySelector("[role=status]"), document.createElement("div")];
  const base = new URL("search/", form.action);
  const { QueryError, anything, find, nameKey, parse, plainKey, unknownIndustries } = netjournalQuery;

  // What the data files bring: each of them calls one of these.
  let tables = null;
  const people = [];
  const notes = [];
  const mapOf = (pairs) => new Map(pairs);
  window.netjournal = {
    tables(told) {
      tables = {
        ...told,
        choices: new Map(
          told.choices.map(([name, spellings, all]) => [name, [mapOf(spellings), all]]),
        ),
        spellings: mapOf(told.spellings),
        industries: new Map(told.industries.map(([key, label, group]) => [key, [label, group]])),
        industryWords: mapOf(told.industryWords),
        cadence: Object.fromEntries(
          Object.entries(told.cadence).map(([name, pairs]) => [name, mapOf(pairs)]),
        ),
      };
    },
    people(rows) {
      for (const row of rows) {
        const [path, name, apart, href, relationship, states, status_, tags, uid, ...more] = row;
        const [industries, typed, mask, dates, numbers, texts, own] = more;
        const fields = tables.fields.filter((_, bit) => (mask >> bit) & 1);
        people.push({
          path, name, apart, href, relationship, states, tags, uid, industries, typed, fields,
          dates, numbers, texts, own, status: status_, key: nameKey(name),
        });
      }
    },
    notes(rows) {
      for (const [path, before, after, text] of rows)
        notes.push({ path, before, after, text, key: plainKey(text) });
    },
  };

  const load = (name) =>
    new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = new URL(name, base);
      script.onload = () => done(script.remove());
      script.onerror = () => failed(new Error(`${name} can’t be read; build the pages again`));
      document.head.append(script);
    });
  const once = (make) => {
    let made = null;
    return () => (made ??= make());
  };
  const numbered = (kind, count) =>
    Promise.all([...Array(count).keys()].map((number) => load(`${kind}-${number}.js`)));
  // By characters, as Python sorts, and not by halves of them.
  const signs = (text) => text.replace(/[\ud800-\udfff]/g, (half) => `\uffff${half}`);
  const compare = (one, other) => (one < other ? -1 : one > other ? 1 : 0);
  const byName = (one, other) =>
    compare(signs(one.key), signs(other.key)) || compare(signs(one.path), signs(other.path));
  const loadPeople = once(async () => {
    place.dataset.asked = ""; // from now on the page shows what it has read
    await load("tables.js");
    await numbered("people", tables.parts.people);
    people.sort(byName);
    for (const person of people) anything(person, tables); // so that the first key is as quick
  });
  const loadNotes = once(async () => {
    await numbered("notes", tables.parts.notes);
    notes.sort((one, other) => compare(signs(one.path), signs(other.path)));
  });
  const loadLikely = once(async () => {
    await load("minisearch.js");
    const names = tables.texts.indexOf("aliases");
    const others = ["organization", "title", "location", "offers", "needs"];
    const index = new MiniSearch({ fields: ["name", "more"], idField: "path" });
    index.addAll(
      people.map(({ path, name, texts, tags, industries }) => ({
        path,
        name: plainKey([name, ...(texts[names] || [])].join(" ")),
        more: plainKey(
          [
            ...others.flatMap((other) => texts[tables.texts.indexOf(other)] || []),
            ...tags,
            ...industries.map((key) => tables.industries.get(key)[0]),
          ].join(" "),
        ),
      })),
    );
    const byPath = new Map(people.map((person) => [person.path, person]));
    const options = { prefix: true, fuzzy: 0.25, boost: { name: 3 } };
    return (text) =>
      index
        .search(plainKey(text), options)
        .slice(0, 5)
        .map(({ id }) => byPath.get(id));
  });

  // As the pages are written: on one line, with nothing in it that acts on a screen.
  const oneLine = (text) =>
    netjournalQuery
      .words(text)
      .join(" ")
      .replace(/[\u202a-\u202e\u2066-\u2069]/g, "")
      .replace(/[\0-\x1f]/g, (sign) => String.fromCharCode(0x2400 + sign.charCodeAt(0)))
      .replace(/[\x7f-\x9f]/g, "\ufffd");
  const element = (name, attributes = {}, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  };
  const counted = (count, word) => `${count.toLocaleString("en")} ${word}${count === 1 ? "" : "s"}`;
  const link = ({ name, path, apart, href }) => {
    const shown = oneLine(name) || path.split("/").pop().replace(/\.md$/, "");
    const parts = [element("a", { href }, element("bdi", {}, shown))];
    if (apart)
      parts.push(" ", element("span", { class: "apart" }, "(", element("bdi", {}, oneLine(apart)), ")"));
    return parts;
  };
  const day = (iso) => {
    if (!iso) return [];
    const [year, month, date] = iso.split("-").map(Number);
    return [element("time", { datetime: iso }, `${date} ${MONTHS[month - 1]} ${year}`)];
  };
  const COLUMNS = [
    ["Contact", "contact", link],
    ["Relationship", "", ({ relationship }) => [relationship]],
    ["State", "", ({ states: [state] }) => [
      element("span", { class: `state ${state}` }, state.replace("-", " ")),
    ]],
    ["Last contact", "day", ({ dates }) => day(dates[tables.dates.indexOf("last_contact")])],
    ["Industry", "", ({ industries }) => [
      industries.map((key) => oneLine(tables.industries.get(key)[0])).join(", "),
    ]],
    ["Organization", "", ({ texts }) => [
      oneLine((texts[tables.texts.indexOf("organization")] || [""])[0]),
    ]],
  ];
  const table = (found) => {
    const head = COLUMNS.map(([title, kind]) =>
      element("th", { role: "columnheader", scope: "col", class: kind }, title),
    );
    const rows = found.map((person) =>
      element(
        "tr",
        { role: "row" },
        ...COLUMNS.map(([title, kind, cells], place_) =>
          place_
            ? element("td", { role: "cell", class: kind, "data-label": title }, ...cells(person))
            : element("th", { role: "rowheader", scope: "row", class: kind }, ...cells(person)),
        ),
      ),
    );
    return element(
      "div",
      { class: "table" },
      element(
        "table",
        { role: "table" },
        element("thead", { role: "rowgroup" }, element("tr", { role: "row" }, ...head)),
        element("tbody", { role: "rowgroup" }, ...rows),
      ),
    );
  };

  // The lines that `netjournal search` prints for the same words.
  const linesOf = (note, wanted) => {
    if (!wanted.every((word) => note.key.includes(word))) return [];
    const lines = note.text.split(/\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/);
    const keys = lines.map(plainKey);
    const numbers = [...keys.keys()];
    const whole = numbers.filter((line) => wanted.every((word) => keys[line].includes(word)));
    const some = (line) => wanted.some((word) => keys[line].includes(word));
    return (whole.length ? whole : numbers.filter(some).slice(0, 1)).map((line) => ({
      ...note,
      line: line + 1,
      text: netjournalQuery.words(lines[line]).join(" "),
    }));
  };
  const wordsAsked = (terms) =>
    terms
      .filter(({ field: asked, turned }) => asked === "" && !turned)
      .flatMap(({ values }) => values.map(plainKey))
      .filter((word) => word !== "");
  // The first of them: a common word is in thousands, and nobody waits for those.
  const linesFound = (terms, wanted, most) => {
    const others = terms.filter(({ field: asked, turned }) => asked !== "" || turned);
    const meant = new Set(find(others, people, tables).map(({ path }) => path));
    const asked = others.length ? notes.filter(({ path }) => meant.has(path)) : notes;
    const lines = [];
    for (const note of asked) {
      lines.push(...linesOf(note, wanted));
      if (lines.length > most) break;
    }
    return lines;
  };
  const around = (text, word) => {
    const at = Math.max(0, text.toLowerCase().indexOf(word) - 60);
    return `${at ? "…" : ""}${text.slice(at, at + 220)}${text.length > at + 220 ? "…" : ""}`;
  };
  const lineItem = ({ path, before, after, line, text }, wanted) =>
    element(
      "li",
      {},
      element("bdi", {}, oneLine(around(text, wanted[0]))),
      " ",
      element("a", { class: "source", href: before + line + after }, oneLine(`${path}:${line}`)),
    );
  const part = (title, ...children) => element("section", {}, element("h2", {}, title), ...children);
  const andMore = (said) => element("p", { class: "more" }, `${said}; another word finds fewer.`);

  let latest = 0;
  const say = (text) => {
    status.textContent = text;
  };
  const show = (...parts) => results.replaceChildren(...parts);

  const answer = async (text, turn) => {
    await loadPeople();
    if (turn !== latest) return;
    const terms = parse(text, tables);
    const found = find(terms, people, tables);
    const unknown = unknownIndustries(terms, people, tables);
    say(
      [
        `${found.length.toLocaleString("en")} of ${counted(people.length, "contact")}`,
        ...unknown.map((word) => `no industry is called ‘${word}’`),
      ].join("; "),
    );
    const parts = found.length ? [table(found.slice(0, MOST))] : [];
    const others = found.length - MOST;
    if (others > 0) parts.push(andMore(`And ${others.toLocaleString("en")} more`));
    const wanted = wordsAsked(terms);
    show(...parts);
    if (!wanted.some((word) => word.length > 1)) return;
    await loadNotes();
    if (turn !== latest) return;
    const lines = linesFound(terms, wanted, MOST_LINES);
    if (lines.length) {
      const items = lines.slice(0, MOST_LINES).map((line) => lineItem(line, wanted));
      parts.push(
        part(
          "In the notes",
          element("ul", { class: "lines" }, ...items),
          ...(lines.length > MOST_LINES ? [andMore("And more")] : []),
        ),
      );
    } else if (!found.length) {
      const likely = (await loadLikely())(wanted.join(" "));
      if (turn !== latest) return;
      if (likely.length) parts.push(part("Did you mean one of these?", table(likely)));
    }
    show(...parts);
  };

  const run = async () => {
    const text = field.value.trim();
    const turn = ++latest;
    const address = new URL(location.href);
    address.search = text ? new URLSearchParams({ q: text }) : "";
    history.replaceState(history.state, "", address);
    everyone.hidden = text !== "";
    if (!text) {
      say("");
      show();
      return;
    }
    try {
      await answer(text, turn);
    } catch (problem) {
      if (turn !== latest) return;
      if (!(problem instanceof QueryError)) show();
      say(problem.message);
      if (!(problem instanceof QueryError || /build the pages/.test(problem.message))) throw problem;
    }
    results.dataset.answered = text;
  };

  const links = () => [...place.querySelectorAll(".results a")];
  const step = (event, count) => {
    const all = links();
    const at = all.indexOf(document.activeElement);
    if (at < 0 && document.activeElement !== field) return;
    event.preventDefault();
    (all[at + count] ?? (at + count < 0 ? field : all[at]))?.focus();
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "ArrowDown") step(event, 1);
    else if (event.key === "ArrowUp" && document.activeElement !== field) step(event, -1);
    else if (event.key === "Escape" && document.activeElement === field) {
      field.value = "";
      run();
    } else if (event.key === "Escape" && results.contains(document.activeElement)) field.focus();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (field.value.trim()) links()[0]?.click();
  });
  field.addEventListener("focus", () => loadPeople().catch(() => {})); // told by `run`
  field.addEventListener("input", run);

  // For whoever asks from outside, as the tests do.
  window.netjournal.all = {
    people,
    get tables() {
      return tables;
    },
    ready: () => loadPeople(),
    async lines(words) {
      await loadPeople();
      await loadNotes();
      return linesFound([], netjournalQuery.words(words).map(plainKey), Infinity);
    },
  };

  const slash = keys.querySelector("input");
  try {
    slash.checked = localStorage.getItem("netjournal.slash") !== "off";
    slash.addEventListener("change", () =>
      localStorage.setItem("netjournal.slash", slash.checked ? "on" : "off"),
    );
    keys.hidden = false;
  } catch {
    keys.remove(); // a browser that keeps nothing for a page
  }
  for (const example of help.querySelectorAll("code[data-query]")) {
    const asked = example.textContent;
    example.replaceChildren(element("a", { href: `?${new URLSearchParams({ q: asked })}` }, asked));
  }
  help.hidden = false;
  results.className = "results";
  place.append(results);
  field.value = new URLSearchParams(location.search).get("q") ?? field.value;
  if (field.value) run();
})();
