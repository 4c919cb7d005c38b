"use strict";
// Without this script every page works; with it parts of a page are fetched anew, and forms bring their token.
document.addEventListener("htmx:configRequest", (event) => {
  event.detail.headers["X-Desk-Token"] = document.querySelector("meta[name=desk-token]").content;
});
document.documentElement.classList.add("script");
// A part that is fetched when somebody wants it says so when it is there, and a sentence of its own when it does not come.
const isLacking = (part) => part.dataset.fetched !== undefined;
const say = (words) => {
  const status = document.getElementById("status");
  if (status) status.textContent = words;
};
const hide = (part) => part.querySelectorAll(".failed").forEach((told) => { told.hidden = true; });
const fails = (part, status) => {
  const told = (status === 404 && part.querySelector(".failed.gone")) || part.querySelector(".failed");
  part.removeAttribute("aria-busy");
  hide(part);
  told.hidden = false;
  say(told.textContent);
};
document.addEventListener("htmx:beforeRequest", ({ detail: { elt: part } }) => {
  if (!isLacking(part)) return;
  part.setAttribute("aria-busy", "true");
  hide(part);
});
document.addEventListener("htmx:beforeSwap", (event) => {
  const { elt: part, requestConfig: { elt: asked }, xhr, pathInfo } = event.detail;
  // A page that waits for what is being made shows how far that is.
  if (asked.dataset.waiting !== undefined && xhr.status === 503) event.detail.shouldSwap = true;
  // What came from another address, such as the page to sign in, is no part of this one.
  if (!isLacking(part) || new URL(xhr.responseURL).pathname === pathInfo.requestPath) return;
  event.detail.shouldSwap = false;
  fails(part);
});
document.addEventListener("htmx:afterSwap", ({ detail: { elt: part, requestConfig: { elt: asked } } }) => {
  if (asked && isLacking(asked)) say(asked.dataset.fetched);
});
for (const name of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) {
  document.addEventListener(name, ({ detail: { elt: part, xhr } }) => isLacking(part) && fails(part, xhr?.status));
}
// Files that are dropped on the place for files are chosen there, as if by hand.
for (const place of document.querySelectorAll("[data-drop]")) {
  const input = place.querySelector("input[type=file]");
  const over = (event) => { event.preventDefault(); place.classList.add("over"); };
  place.addEventListener("dragenter", over);
  place.addEventListener("dragover", over);
  place.addEventListener("dragleave", () => place.classList.remove("over"));
  place.addEventListener("drop", (event) => {
    event.preventDefault();
    place.classList.remove("over");
    if (event.dataTransfer.files.length) input.files = event.dataTransfer.files;
  });
}
