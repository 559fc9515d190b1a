// One connection for all open pages of a browser.
"use strict";
const ports = [];
let latest = null;
const source = new EventSource("/.netjournal/events");
source.addEventListener("built", (news) => {
  latest = JSON.parse(news.data);
  for (const port of ports) port.postMessage(latest);
});
self.onconnect = (opened) => {
  const port = opened.ports[0];
  ports.push(port);
  if (latest !== null) port.postMessage(latest);
};
