"use strict";
// Without this script every page works; with it parts of a page are fetched anew, and forms bring their token.
document.addEventListener("htmx:configRequest", (event) => {
  event.detail.headers["X-Desk-Token"] = document.querySelector("meta[name=desk-token]").content;
});
