// Sends the form in which one types with Ctrl or Cmd and Enter, as many programs do; and each form
// once, however often one clicks.
"use strict";
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  event.target.form?.requestSubmit();
});
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "yes";
  // The button that was pressed is sent with the form, which happens right after this.
  setTimeout(() => {
    for (const each of form.elements) if (each.type === "submit") each.disabled = true;
  });
});
window.addEventListener("pageshow", (shown) => {
  if (!shown.persisted) return;
  for (const form of document.forms) {
    delete form.dataset.sent;
    for (const each of form.elements) if (each.type === "submit") each.disabled = false;
  }
});
