"use strict";
// Opens one claim at a time. Without this script every claim stands open below the text.
(() => {
  const root = document.documentElement;
  const words = document.getElementById("words");
  const claims = document.getElementById("claims");
  const status = document.getElementById("status");
  const keys = document.getElementById("keys");
  const panels = [...document.querySelectorAll(".panel")];
  let open = 0;
  let opener = null;

  const panelOf = (number) => document.getElementById(`claim-${number}`);
  const markOf = (number) => document.getElementById(`mark-${number}`);
  const marksOf = (number) => [...words.querySelectorAll(".mark")].filter((mark) =>
    (mark.dataset.claims || mark.dataset.claim).split(" ").includes(String(number)));

  const show = (number, focus) => {
    hide();
    const panel = panelOf(number);
    if (!panel) return;
    open = number;
    panel.classList.add("open");
    claims.classList.add("chosen");
    root.classList.add("choosing");
    marksOf(number).forEach((mark) => mark.classList.add("open"));
    panel.scrollTop = 0;
    claims.scrollTop = 0;
    if (focus) panel.focus({ preventScroll: true });
    status.textContent = `${panel.querySelector("h3").textContent} is open.`;
  };

  const hide = () => {
    if (!open) return;
    panelOf(open).classList.remove("open");
    marksOf(open).forEach((mark) => mark.classList.remove("open"));
    claims.classList.remove("chosen");
    root.classList.remove("choosing");
    open = 0;
  };

  const close = () => {
    const number = open;
    if (!number) return;
    hide();
    status.textContent = `Claim ${number} is closed.`;
    (opener && opener.isConnected && opener.offsetParent ? opener : markOf(number)).focus();
  };

  // On a narrow screen the panel covers the foot: the mark goes to the top.
  const narrow = window.matchMedia("(max-width: 59.99rem)");
  const reveal = (element) => element.scrollIntoView({ block: narrow.matches ? "start" : "center", behavior: "instant" });

  const go = (step, focus) => {
    const here = open || Number(document.activeElement.dataset.claim) || (step > 0 ? 0 : panels.length + 1);
    const number = Math.min(Math.max(here + step, 1), panels.length);
    if (!panels.length) return;
    opener = markOf(number);
    show(number, focus);
    if (!focus) opener.focus({ preventScroll: true });
    reveal(opener);
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-go]");
    if (button) {
      const step = { previous: -1, next: 1 }[button.dataset.go];
      if (!step) return close();
      go(step, true);
      return panelOf(open).querySelector(`[data-go="${button.dataset.go}"]`).focus();
    }
    const target = event.target.closest("[data-claim], .mark[data-claims]");
    if (!target || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (!target.href && String(window.getSelection()).length) return;
    event.preventDefault();
    const number = Number(target.dataset.claim || target.dataset.claims.split(" ")[0]);
    if (target.classList.contains("back")) {
      reveal(markOf(number));
      return markOf(number).focus({ preventScroll: true });
    }
    opener = target.href ? target : markOf(number);
    show(number, true);
    if (narrow.matches || !words.contains(target)) reveal(markOf(number));
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const on = document.activeElement;
    if (event.key === "Escape") return close();
    if (event.key === " " && on.matches("a[data-claim]")) {
      event.preventDefault();
      return on.click();
    }
    const letters = keys.checked && !on.matches("input");
    const arrows = on.matches("a.mark");
    const step = (letters && { j: 1, k: -1 }[event.key]) || (arrows && { ArrowDown: 1, ArrowUp: -1 }[event.key]);
    if (!step) return;
    event.preventDefault();
    go(step, false);
  });

  root.classList.add("scripted");
  document.querySelectorAll(".tools, .keys").forEach((part) => { part.hidden = false; });
  const asked = /^#claim-(\d+)$/.exec(window.location.hash);
  if (asked) show(Number(asked[1]), true);
})();
