"use strict";
// Opens one claim at a time. Without this script every claim stands open below the text. On the desk a claim has a few lines
// until it is opened: the event "wanted" asks for the rest.
(() => {
  const root = document.documentElement;
  const words = document.getElementById("words");
  const claims = document.getElementById("claims");
  const status = document.getElementById("status");
  const keys = document.getElementById("keys");
  const panels = [...document.querySelectorAll(".panel")];
  let open = 0;
  let opener = null;

  const numberOf = (panel) => Number(panel.id.slice("claim-".length));
  const panelOf = (number) => document.getElementById(`claim-${number}`);
  const markOf = (number) => document.getElementById(`mark-${number}`);
  const claimsAt = (mark) => (mark.dataset.claims || mark.dataset.claim).split(" ").map(Number);
  const marks = [...words.querySelectorAll(".mark")];
  const marksOf = (number) => marks.filter((mark) => claimsAt(mark).includes(number));

  // Which kinds of source are shown: none chosen means all. On the desk a choice is a link to the same view; in a report
  // that is sent on only this script makes it one.
  const kindOf = (element) => [...element.classList].find((name) => name.startsWith("kind-")).slice("kind-".length);
  const kinds = new Map(panels.map((panel) => [numberOf(panel), kindOf(panel)]));
  const isShown = (number) => !panelOf(number).hidden;
  const choices = [...document.querySelectorAll("[data-kind]")].map((choice) => {
    if (choice.href) return choice;
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: choice.className });
    button.dataset.kind = choice.dataset.kind;
    button.append(...choice.childNodes);
    choice.replaceWith(button);
    return button;
  });
  let chosen = choices.filter((choice) => choice.hasAttribute("aria-current")).map((choice) => choice.dataset.kind);
  const following = (kind) => choices.map((choice) => choice.dataset.kind)
    .filter((one) => kind && one && chosen.includes(one) !== (one === kind));
  const addressOf = (wanted) => {
    const address = new URL(window.location.href);
    address.searchParams.delete("kind");
    if (wanted.length) address.searchParams.set("kind", wanted.join(","));
    return address;
  };

  const choose = (wanted) => {
    chosen = wanted;
    panels.forEach((panel) => { panel.hidden = chosen.length > 0 && !chosen.includes(kindOf(panel)); });
    if (open && !isShown(open)) hide();
    document.querySelectorAll(".index a").forEach((link) => {
      link.parentElement.hidden = !isShown(Number(link.dataset.claim));
    });
    marks.forEach(paint);
    choices.forEach((choice) => {
      const pressed = choice.dataset.kind !== "" && chosen.includes(choice.dataset.kind);
      if (!choice.href) return choice.dataset.kind && choice.setAttribute("aria-pressed", pressed);
      choice.href = addressOf(following(choice.dataset.kind));
      if (pressed) choice.setAttribute("aria-current", "true"); else choice.removeAttribute("aria-current");
    });
    const showing = document.querySelector(".showing");
    const shown = panels.filter((panel) => !panel.hidden).length;
    showing.hidden = !chosen.length;
    showing.firstElementChild.textContent = `${shown} of ${panels.length} ${panels.length === 1 ? "claim" : "claims"} shown.`;
    status.textContent = showing.firstElementChild.textContent;
    if (choices.some((choice) => choice.href)) window.history.replaceState(null, "", addressOf(chosen));
  };

  // Of claims that overlap the shortest that is shown gives the mark its look.
  const paint = (mark) => {
    const shown = claimsAt(mark).filter(isShown);
    const own = Number(mark.dataset.claim);
    if (shown.length) mark.classList.replace(`kind-${kindOf(mark)}`, `kind-${kinds.get(shown[0])}`);
    mark.classList.toggle("off", !shown.length);
    mark.classList.toggle("many", shown.length > 1);
    if (!own) return;
    mark.classList.toggle("away", shown.length > 0 && !isShown(own));
    if (isShown(own)) mark.href = `#claim-${own}`; else mark.removeAttribute("href");
  };

  const want = (panel) => {
    const lacking = panel.querySelector("[hx-get]");
    if (lacking) lacking.dispatchEvent(new CustomEvent("wanted"));
  };

  const show = (number, focus) => {
    hide();
    const panel = panelOf(number);
    if (!panel) return;
    if (panel.hidden) choose([]);
    open = number;
    panel.classList.add("open");
    claims.classList.add("chosen");
    root.classList.add("choosing");
    marksOf(number).forEach((mark) => mark.classList.add("open"));
    panel.scrollTop = 0;
    claims.scrollTop = 0;
    if (focus) panel.focus({ preventScroll: true });
    status.textContent = `${panel.querySelector("h3").textContent} is open.`;
    want(panel);
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
    const shown = panels.filter((panel) => !panel.hidden).map(numberOf);
    const ahead = shown.filter((number) => (number - here) * step > 0);
    const number = ahead.length ? ahead.at(step > 0 ? 0 : -1) : shown.at(step > 0 ? -1 : 0);
    if (!number) return;
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
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const choice = event.target.closest("[data-kind]");
    if (choice) {
      event.preventDefault();
      return choose(following(choice.dataset.kind));
    }
    const target = event.target.closest("[data-claim], .mark[data-claims]");
    if (!target || target.matches(".off")) return;
    if (!target.href && String(window.getSelection()).length) return;
    event.preventDefault();
    const number = words.contains(target) ? claimsAt(target).find(isShown) : Number(target.dataset.claim);
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
    if (on.matches("textarea, select, input:not([type=checkbox], [type=radio])")) return;
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

  // The address may name a claim by its number or by its id.
  const showAsked = () => {
    const asked = document.getElementById(window.location.hash.slice(1));
    const panel = asked && asked.closest(".panel");
    if (!panel) return;
    if (open !== numberOf(panel)) show(numberOf(panel), true);
    else want(panel); // nobody listened when the page was being made
    panel.scrollTop = 0;
    claims.scrollTop = 0;
    reveal(markOf(open));
  };

  root.classList.add("scripted");
  window.addEventListener("hashchange", showAsked);
  window.addEventListener("load", showAsked); // after the browser has gone to where the claim would stand
  showAsked();
})();
