"use strict";
(() => {
  // On a narrow screen the pages stand in one line that scrolls: the current one is in sight.
  const current = document.querySelector(".masthead nav [aria-current]");
  if (current) {
    const nav = current.closest("nav");
    nav.scrollLeft = current.offsetLeft - nav.offsetLeft - (nav.clientWidth - current.offsetWidth) / 2;
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
