// Keeps an open page fresh: the line at its foot tells of each build, and a page whose text has
// changed is loaded again, where the reader was, with the words that were being searched for.
// Where only what a search would find has changed, it stays, and searches anew if it has searched.
"use strict";
(() => {
  const foot = document.querySelector("aside.live");
  const status = foot.querySelector("[role=status]");
  let number = Number(foot.dataset.number);

  const fields = () => [...document.querySelectorAll("input[type=search], input[type=text]")];

  const restore = () => {
    const { netjournal: kept, ...rest } = history.state ?? {};
    if (!kept) return;
    history.replaceState(rest, "");
    fields().forEach((field, place) => {
      if (kept.words[place] === undefined) return;
      if (kept.words[place] !== field.value) {
        field.value = kept.words[place];
        field.dispatchEvent(new Event("input", { bubbles: true }));
      }
      if (place === kept.typing) field.focus({ preventScroll: true });
    });
    const details = foot.querySelector("details");
    if (details) details.open = kept.open;
    const scroll = () => window.scrollTo(0, kept.top);
    scroll();
    // What is found comes a moment later, and the page is long enough only then.
    document.addEventListener("netjournal:answered", scroll, { once: true });
  };

  const reload = () => {
    const all = fields();
    const kept = {
      top: window.scrollY,
      words: all.map((field) => field.value),
      typing: all.indexOf(document.activeElement),
      open: foot.querySelector("details")?.open ?? false,
    };
    history.replaceState({ ...history.state, netjournal: kept }, "");
    location.reload();
  };

  const say = (news) => {
    const open = foot.querySelector("details")?.open ?? false;
    status.innerHTML = news.status;
    foot.querySelector("div").innerHTML = news.problems;
    const details = foot.querySelector("details");
    if (details) details.open = open;
  };

  const withoutData = (tag) => tag.split(".")[0];

  const compare = async () => {
    const headers = { Accept: "text/html" };
    const answer = await fetch(location.href, { method: "HEAD", cache: "no-store", headers });
    if (!answer.ok && answer.status !== 404) return;
    const tag = answer.ok ? answer.headers.get("ETag") : "";
    if (tag === foot.dataset.tag) return;
    if (withoutData(tag) !== withoutData(foot.dataset.tag)) return reload();
    foot.dataset.tag = tag;
    if (document.querySelector("[data-search][data-asked]") === null) return;
    // The list stays where it is while what it was found in is read again.
    const version = tag.replace(/^[^.]*\.|"$/g, "");
    if (window.netjournal?.renew) await window.netjournal.renew(version).catch(reload);
    else reload();
  };

  const told = (news) => {
    if (news === null) {
      number = -1;
      status.textContent = "netjournal serve has ended; this is what it built last.";
    } else if (news.vault !== foot.dataset.vault) {
      status.textContent = "Another vault is shown at this address now; reload to see it.";
    } else if (news.number !== number) {
      number = news.number;
      say(news);
      if (!news.away) compare().catch(() => {}); // ended in the meantime, which is told
    }
  };

  const listen = () => {
    if (window.SharedWorker && window.BroadcastChannel) {
      new BroadcastChannel("netjournal").onmessage = (message) => told(message.data);
      new SharedWorker("/.netjournal/shared.js");
      return;
    }
    let stop = null;
    const whileShown = () => {
      if (!document.hidden) {
        stop ??= follow(told);
      } else if (stop) {
        stop();
        stop = null;
      }
    };
    document.addEventListener("visibilitychange", whileShown);
    whileShown();
  };

  window.addEventListener("pageshow", (shown) => {
    if (shown.persisted) reload();
  });
  restore();
  listen();
})();
