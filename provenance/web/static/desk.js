"use strict";
// Without this script every page works; with it parts of a page are fetched anew, and forms bring their token.
document.addEventListener("htmx:configRequest", (event) => {
  event.detail.headers["X-Desk-Token"] = document.querySelector("meta[name=desk-token]").content;
});
document.documentElement.classList.add("script");
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
