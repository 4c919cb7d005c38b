"use strict";
// Selected words of the article fill a form, and what is typed as a name is looked up. Without this script words are pasted
// or their offsets typed. Offsets count code points of the stored text: what stands in #words is that text, character for
// character.
(() => {
  const words = document.getElementById("words");
  if (!words) return;
  let taken = null;
  let lastForm = null;

  const length = (text) => Array.from(text).length;

  const before = (node, offset) => {
    const range = document.createRange();
    range.setStart(words, 0);
    range.setEnd(node, offset);
    return Number(words.dataset.start || 0) + length(range.toString());
  };

  const selected = () => {
    const selection = document.getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    if (!words.contains(range.startContainer) || !words.contains(range.endContainer)) return null;
    const text = range.toString();
    if (!text.trim()) return null;
    const start = before(range.startContainer, range.startOffset) + length(text) - length(text.trimStart());
    return { start, end: start + length(text.trim()), text: text.trim(), node: range.startContainer };
  };

  const isInSight = (element) => element.getClientRects().length > 0;

  // The panel of the claim that the words are for; its form comes with the rest of it.
  const panelMeant = () => {
    if (lastForm && lastForm.isConnected && isInSight(lastForm)) return lastForm.closest(".panel");
    const open = document.querySelector(".panel.open");
    if (open) return open;
    const element = taken.node.nodeType === Node.TEXT_NODE ? taken.node.parentElement : taken.node;
    const mark = element.closest("[data-claims]");
    return mark && document.getElementById(`claim-${mark.dataset.claims.split(" ")[0]}`);
  };

  const fillIn = (panel, name, adding) => {
    const words = taken;
    const form = () => panel.querySelector("form[data-marks=claim]");
    const go = () => {
      if (!form()) return;
      taken = words;
      fill(form(), name, adding);
    };
    if (!isInSight(panel)) document.getElementById(panel.id.replace("claim-", "mark-")).click();
    if (form()) go(); else panel.addEventListener("htmx:load", go, { once: true });
  };

  const fill = (form, name, adding) => {
    const field = form.querySelector(`[data-at="${name}"]`);
    const place = `${taken.start}-${taken.end}`;
    field.value = adding && field.value ? `${field.value}, ${place}` : place;
    form.querySelector(`textarea[name="${name}"]`).value = "";
    const quoted = form.querySelector(`[data-quoted="${name}"]`);
    const quote = document.createElement("q");
    quote.textContent = taken.text;
    if (!adding) quoted.textContent = "";
    quoted.append(quote, " ");
    for (let part = quoted; part; part = part.parentElement) if (part.tagName === "DETAILS") part.open = true;
    quoted.focus();
    document.getSelection().removeAllRanges();
    bar.hidden = true;
  };

  const bar = document.createElement("div");
  bar.className = "marking";
  bar.hidden = true;
  bar.setAttribute("role", "toolbar");
  bar.setAttribute("aria-label", "The selected words");
  const quote = document.createElement("q");
  const whose = document.createElement("span");
  bar.append("Selected: ", quote, whose);
  const offer = (label, act) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = label;
    button.addEventListener("mousedown", (event) => event.preventDefault());
    button.addEventListener("click", act);
    bar.append(button);
    return button;
  };
  const ofClaim = [["the claim", "text"], ["a further piece of it", "text", true], ["the speaker", "source"], ["the cue", "cue"]].map(
    ([label, name, adding]) => offer(label, () => fillIn(panelMeant(), name, adding)));
  const missed = document.querySelector("form[data-marks=new]");
  if (missed) offer("a new claim", () => fill(missed, "text", false));
  if (document.querySelector("form[data-marks]")) document.body.append(bar);

  const offerTaking = () => {
    for (const button of document.querySelectorAll("[data-take]")) button.hidden = false;
  };
  document.addEventListener("htmx:load", () => taken && offerTaking());

  document.addEventListener("selectionchange", () => {
    const found = selected();
    if (found) taken = found;
    bar.hidden = !found && !bar.contains(document.activeElement);
    if (!found) return;
    quote.textContent = found.text;
    const panel = panelMeant();
    whose.textContent = panel ? `For claim ${panel.id.slice("claim-".length)} these are` : "These are";
    for (const button of ofClaim) button.hidden = !panel;
    offerTaking();
  });

  document.addEventListener("focusin", (event) => {
    const form = event.target.closest("form[data-marks]");
    if (form && form.dataset.marks === "claim") lastForm = form;
  });

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-take]");
    if (button && taken) fill(button.form, button.dataset.take, event.shiftKey);
  });

  // A form that opens is where one goes on; Escape closes it and leads back.
  document.addEventListener("toggle", (event) => {
    const opened = event.target;
    if (!opened.matches("details.decide[open]")) return;
    const form = opened.querySelector("form");
    if (!form.contains(document.activeElement)) {
      form.querySelector("input:not([type=hidden]), textarea, select").focus({ preventScroll: true });
    }
    form.scrollIntoView({ block: "nearest", behavior: "instant" });
  }, true);

  document.addEventListener("keydown", (event) => {
    const form = event.key === "Escape" && event.target.closest("details.decide[open]");
    if (!form) return;
    event.preventDefault();
    event.stopPropagation();
    form.open = false;
    form.querySelector("summary").focus();
  }, true);

  // Whether somebody or some outlet is known, said before it is saved.
  const counted = (number) => `${number} ${number === 1 ? "claim" : "claims"}`;
  const isCalled = (name) => (found) => [found.name, found.id].some((one) => one && one.toLowerCase() === name.toLowerCase());
  const told = {
    speakers: (name, { speakers: found, page }) => {
      const known = found.find(isCalled(name));
      if (known) return [`Known here: ${known.kind}, ${counted(known.claims)}.`, known.kind];
      if (page.total > found.length) return ["Many names hold these words: go on writing."];
      return ["No claim has this speaker yet: a new one."];
    },
    outlets: (name, { outlets: found }) => {
      const known = found.find(isCalled(name));
      if (known) return [`In the directory: ${known.name}.`];
      if (found.length) return [`The directory has ${found.slice(0, 3).map((one) => one.name).join(", ")}: take one of those.`];
      return ["The directory has no such outlet: it cannot be credited before it is added there."];
    },
  };

  const say = (input, words, isNew) => {
    const place = document.getElementById(`${input.id}-known`);
    place.dataset.hint ??= place.textContent;
    place.textContent = words || place.dataset.hint;
    place.classList.toggle("new", isNew);
  };

  const look = async (input) => {
    const name = input.value.trim();
    if (!name || name === input.defaultValue.trim()) return say(input, "", false);
    const kind = input.dataset.known;
    const answer = await fetch(`/${kind}?format=json&q=${encodeURIComponent(name)}`);
    if (!answer.ok || input.value.trim() !== name) return;
    const answered = await answer.json();
    const list = input.list;
    for (const { name: one } of answered[kind].slice(0, 20)) {
      if ([...list.options].every((option) => option.value !== one)) list.append(new Option("", one));
    }
    const [said, known] = told[kind](name, answered);
    say(input, said, !answered[kind].some(isCalled(name)));
    if (known && kind === "speakers") input.form.querySelector("select[name=kind]").value = known;
  };

  const PAUSE = 250; // milliseconds after the last letter
  let waiting = 0;
  document.addEventListener("input", (event) => {
    const input = event.target.closest("[data-known]");
    if (!input) return;
    window.clearTimeout(waiting);
    waiting = window.setTimeout(look, PAUSE, input);
  });
})();
