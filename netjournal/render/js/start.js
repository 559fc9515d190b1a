"use strict";
(() => {
  // On a narrow screen the pages stand in one line that scrolls. The current one is in sight, and
  // the line begins with the page before it, so that no word is cut.
  const current = document.querySelector(".masthead nav [aria-current]");
  if (current) {
    const nav = current.closest("nav");
    const before = current.closest("li").previousElementSibling;
    const start = nav.querySelector("li").offsetLeft;
    if (before) nav.scrollLeft = before.offsetLeft - start;
  }
  const field = document.querySelector(".search input");
  if (!field) return;
  const isOff = () => {
    try {
      return localStorage.getItem("netjournal.slash") === "off";
    } catch {
      return false; // a browser that keeps nothing for a page: the key works
    }
  };
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isOff()) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
  if (document.querySelector("[data-search]")) {
    const script = document.createElement("script");
    script.src = new URL("search/search.js", field.form.action);
    document.head.append(script);
  }
})();
