// One connection for all open pages of a browser, which allows six to a server at most.
"use strict";
importScripts("/.netjournal/events.js");
const pages = new BroadcastChannel("netjournal");
let latest = null;
follow((news) => {
  latest = news;
  pages.postMessage(news);
});
self.onconnect = () => {
  if (latest !== null) pages.postMessage(latest);
};
