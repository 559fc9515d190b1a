// The page People: finds as you type, in the contacts and then in the text of the notes.
(() => {
  // What a screen shows is there within a frame of the key; the rest comes when nothing else is on.
  const FIRST = 20;
  const MOST = 100;
  const MOST_LINES = 50;
  const PAUSE = 100; // milliseconds without a key, after which the rest begins
  const SLICE = 6; // milliseconds
  const REMEMBERED_AFTER = 400; // milliseconds

  const { QueryError, fieldsOf, find, narrows, parse, plainKey, unknownIndustries, words } =
    netjournalQuery;
  const { ask, counted, element, lineItem, part, row, table } = netjournalRows;
  const form = document.querySelector(".search");
  const field = form.querySelector("input");
  const [place, everyone, help, how, keys] = ["search", "everyone", "help", "how", "keys"].map(
    (name) => document.querySelector(`[data-${name}]`),
  );
  const status = place.querySelector("[role=status]");
  const base = new URL("search/", form.action);
  let data = netjournalData.open(base);

  const [peopleTable, body] = table();
  const [more, hints, notes] = [1, 2, 3].map(() => element("div"));
  const results = element("div", { class: "results" }, peopleTable, more, hints, notes);

  const painted = () =>
    new Promise((done) => {
      if (document.hidden) setTimeout(done);
      else requestAnimationFrame(() => setTimeout(done));
    });
  const idle = () =>
    new Promise((done) => {
      if (window.requestIdleCallback) requestIdleCallback(done, { timeout: 300 });
      else setTimeout(done, 10);
    });
  /** Goes through what is many, and lets a key that is pressed meanwhile go first. */
  async function* inSlices(many, turn) {
    let end = performance.now() + SLICE;
    for (const one of many) {
      if (performance.now() > end) {
        await idle();
        end = performance.now() + SLICE;
      }
      if (turn !== latest) return;
      yield one;
    }
  }

  let latest = 0;
  let answered = null; // the terms answered last, and whom they found
  const say = (text, ...others) => status.replaceChildren(text, ...others);
  const empty = () => {
    body.replaceChildren();
    for (const box of [more, hints, notes]) box.replaceChildren();
    peopleTable.hidden = true;
  };

  // Not `hidden`: a browser would lay out all its rows anew whenever the search is emptied.
  const setAway = (isAway) => everyone.classList.toggle("away", isAway);

  const rowsOf = (people) => people.map((person) => row(person, data.tables));
  const showFirst = (found, count) => {
    body.replaceChildren(...rowsOf(found.slice(0, count)));
    peopleTable.hidden = !found.length;
    more.replaceChildren();
    hints.replaceChildren();
    notes.inert = true; // it belongs to the words before, until it is made anew
  };
  const showRest = async (found, count, turn) => {
    while (body.rows.length < Math.min(found.length, count)) {
      await idle();
      if (turn !== latest) return;
      const from = body.rows.length;
      body.append(...rowsOf(found.slice(from, Math.min(from + FIRST, count))));
    }
  };
  const offerMore = (found, turn) => {
    const count = found.length - body.rows.length;
    if (count <= 0) return;
    const button = element("button", { type: "button" }, `Show all ${found.length.toLocaleString("en")}`);
    button.addEventListener("click", async () => {
      const from = body.rows.length;
      more.replaceChildren();
      body.append(...rowsOf(found.slice(from, from + FIRST)));
      body.rows[from].querySelector("a").focus();
      await showRest(found, Infinity, turn);
    });
    const said = `And ${count.toLocaleString("en")} more; another word finds fewer. `;
    more.replaceChildren(element("p", { class: "more" }, said, button));
  };

  const showLines = async (terms, wanted, turn) => {
    await data.readNotes();
    const lines = [];
    for await (const some of inSlices(netjournalLines.found(terms, wanted, data), turn)) {
      lines.push(...some);
      // A common word is in thousands, and nobody waits for those.
      if (lines.length > MOST_LINES) break;
    }
    if (turn !== latest) return 0;
    const items = lines.slice(0, MOST_LINES).map((line) => lineItem(line, wanted, data));
    const list = element("ul", { class: "lines" }, ...items);
    const isMore = lines.length > MOST_LINES;
    const end = isMore ? [element("p", { class: "more" }, "And more; another word finds fewer.")] : [];
    notes.replaceChildren(...(items.length ? [part("In the notes", list, ...end)] : []));
    notes.inert = false;
    return items.length;
  };
  const showLikely = async (wanted, turn) => {
    const likely = (await data.readLikely())(wanted.join(" "));
    if (turn !== latest) return;
    if (likely.length) {
      const [made, rows] = table();
      rows.append(...rowsOf(likely));
      hints.append(part("Did you mean one of these?", made));
    }
  };

  const read = async () => {
    place.dataset.asked = ""; // from now on the page shows what it has read
    await data.readPeople();
    const names = fieldsOf(data.tables).flatMap((name) => [element("code", {}, name), ", "]);
    how.querySelector("[data-fields]").replaceChildren(...names.slice(0, -1));
  };

  /** Answers at once with the first of whom are found, and then with the rest. */
  const answer = async (text, turn, first, most) => {
    if (!data.isRead) {
      say("Reading the contacts …");
      await read();
      if (turn !== latest) return;
    }
    const { people, tables } = data;
    const terms = parse(text, tables);
    const among = answered && narrows(terms, answered.terms, tables) ? answered.found : people;
    const found = find(terms, among, tables);
    answered = { terms, found };
    const unknown = unknownIndustries(terms, people, tables);
    say(
      [
        `${found.length.toLocaleString("en")} of ${counted(people.length, "contact")}`,
        ...unknown.map((word) => `no industry is called ‘${word}’`),
      ].join("; "),
    );
    showFirst(found, first);
    setAway(true);
    await painted();
    if (first < most) await new Promise((done) => setTimeout(done, PAUSE));
    await showRest(found, most, turn);
    if (turn !== latest) return;
    offerMore(found, turn);
    if (!found.length) hints.replaceChildren(...netjournalHints.nobodyFound(terms, data));
    const wanted = netjournalLines.wordsAsked(terms);
    const isLong = wanted.some((word) => word.length > 1);
    const count = isLong ? await showLines(terms, wanted, turn) : 0;
    if (turn !== latest) return;
    if (!isLong) notes.replaceChildren();
    if (!found.length && count) say("In no contact’s fields, but in the notes");
    if (found.length || count) return;
    if (isLong) await showLikely(wanted, turn);
    if (turn === latest && !hints.hasChildNodes()) hints.append(netjournalHints.nothingFound());
  };

  const told = (problem) => {
    if (problem instanceof QueryError) {
      // Who is still typing keeps what was found so far.
      say(problem.message, ...netjournalHints.insteadOf(problem, field.value.trim()));
      hints.replaceChildren();
      return;
    }
    empty();
    setAway(false);
    say(problem.message);
    if (!problem.message.includes(netjournalData.MISSING)) throw problem;
  };
  const run = async (first = FIRST, most = MOST) => {
    const text = field.value.trim();
    const turn = ++latest;
    rememberSoon();
    if (!text) {
      say("");
      empty();
      answered = null;
      setAway(false);
    } else {
      try {
        await answer(text, turn, first, most);
      } catch (problem) {
        if (turn === latest) told(problem);
      }
    }
    if (turn !== latest) return;
    results.dataset.answered = text;
    document.dispatchEvent(new Event("netjournal:answered"));
  };

  // The address says what is searched for; not at every key, of which browsers allow a few only.
  let later = 0;
  const remember = () => {
    clearTimeout(later);
    const text = field.value.trim();
    const address = new URL(location.href);
    address.search = text ? new URLSearchParams({ q: text }) : "";
    if (address.href !== location.href) history.replaceState(history.state, "", address);
  };
  const rememberSoon = () => {
    clearTimeout(later);
    later = setTimeout(remember, REMEMBERED_AFTER);
  };

  const links = () =>
    [...results.querySelectorAll("a, button")].filter((one) => !one.closest("[inert]"));
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
  // What is asked for by a click needs no page anew; and who leaves finds the search when back.
  document.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const query = event.target.closest("[data-ask]")?.dataset.ask;
    if (query !== undefined) {
      event.preventDefault();
      field.value = query;
      field.focus();
      run();
    } else if (event.target.closest('[href="#how"]')) how.open = true;
    else if (results.contains(event.target)) remember();
  });
  field.addEventListener("focus", () => read().catch(() => {})); // told by `run`
  field.addEventListener("input", () => run());

  /** Reads anew what has changed, and leaves what is shown where it is. */
  const renew = async (version) => {
    const anew = netjournalData.open(base, version);
    if (data.isRead) await anew.readPeople();
    data = anew;
    answered = null;
    place.dataset.search = version;
    if (!field.value.trim()) return;
    const { href } = document.activeElement;
    await run(Math.max(FIRST, body.rows.length), Math.max(MOST, body.rows.length));
    if (document.activeElement === document.body && href !== undefined)
      links().find((one) => one.href === href)?.focus({ preventScroll: true });
  };

  // For whoever asks from outside, as the page of the local server and the tests do.
  Object.assign(window.netjournal, {
    renew,
    all: {
      get people() {
        return data.people;
      },
      get tables() {
        return data.tables;
      },
      ready: () => data.readPeople(),
      async lines(text) {
        await data.readPeople();
        await data.readNotes();
        return [...netjournalLines.found([], words(text).map(plainKey), data)]
          .flat()
          .map(({ note: { path }, line }) => ({ path, line }));
      },
    },
  });

  const slash = keys.querySelector("input");
  try {
    slash.checked = localStorage.getItem("netjournal.slash") !== "off";
    slash.addEventListener("change", () =>
      localStorage.setItem("netjournal.slash", slash.checked ? "on" : "off"),
    );
  } catch {
    keys.remove(); // a browser that keeps nothing for a page
  }
  for (const example of help.querySelectorAll("code[data-query]"))
    example.replaceChildren(ask(example.textContent));
  help.hidden = false;
  empty();
  place.append(results);
  field.value = new URLSearchParams(location.search).get("q") ?? field.value;
  if (field.value) run();
})();
