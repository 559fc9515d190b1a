// Follows what the server tells; `tell` is given the news, and null when nobody tells any more.
"use strict";
const follow = (tell) => {
  let source;
  let later;
  const start = () => {
    source = new EventSource("/.netjournal/events");
    source.addEventListener("built", (news) => tell(JSON.parse(news.data)));
    source.addEventListener("error", () => {
      tell(null);
      // A browser tries again by itself, unless what it got was no answer of ours.
      if (source.readyState === EventSource.CLOSED) later = setTimeout(start, 2000);
    });
  };
  start();
  return () => {
    clearTimeout(later);
    source.close();
  };
};
