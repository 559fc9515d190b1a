// Sends the form in which one types with Ctrl or Cmd and Enter, as many programs do.
"use strict";
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  event.target.form?.requestSubmit();
});
