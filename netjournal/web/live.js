// Keeps an open page fresh: the line at its foot tells of each build, and a page whose text has
// changed is loaded again, where the reader was, with the words that were being searched for.
"use strict";
(() => {
  const foot = document.querySelector("aside.live");
  const kept = `netjournal:${location.pathname}`;
  let number = Number(foot.dataset.number);

  const fields = () => [...document.querySelectorAll("input[type=search], input[type=text]")];

  const restore = () => {
    const text = sessionStorage.getItem(kept);
    if (text === null) return;
    sessionStorage.removeItem(kept);
    const { top, words } = JSON.parse(text);
    fields().forEach((field, place) => {
      if (words[place] === undefined || words[place] === field.value) return;
      field.value = words[place];
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
    window.scrollTo(0, top);
  };

  const reload = () => {
    const words = fields().map((field) => field.value);
    sessionStorage.setItem(kept, JSON.stringify({ top: window.scrollY, words }));
    location.reload();
  };

  const told = async (news) => {
    if (news.number === number) return;
    number = news.number;
    foot.textContent = news.text;
    const answer = await fetch(location.pathname, { method: "HEAD", cache: "no-store" });
    if (answer.ok && answer.headers.get("ETag") !== foot.dataset.tag) reload();
  };

  // A browser opens six connections to a server at most: all its pages share one.
  const listen = () => {
    if (window.SharedWorker) {
      const worker = new SharedWorker("/.netjournal/shared.js");
      worker.port.onmessage = (message) => told(message.data);
      return;
    }
    let source = null;
    const follow = () => {
      if (document.hidden && source) {
        source.close();
        source = null;
      } else if (!document.hidden && !source) {
        source = new EventSource("/.netjournal/events");
        source.addEventListener("built", (news) => told(JSON.parse(news.data)));
      }
    };
    document.addEventListener("visibilitychange", follow);
    follow();
  };

  restore();
  listen();
})();
