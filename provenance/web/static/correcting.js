"use strict";
// Selected words of the article fill the offsets of a form. Without this script the words are pasted, or their offsets
// typed. Offsets count code points of the stored text: what stands in #words is that text, character for character.
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
    return length(range.toString());
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

  const panelForm = () => {
    if (lastForm && document.contains(lastForm)) return lastForm;
    const open = document.querySelector("details.decide[open] form[data-marks=claim]");
    if (open) return open;
    const element = taken.node.nodeType === Node.TEXT_NODE ? taken.node.parentElement : taken.node;
    const mark = element.closest("[data-claims]");
    const number = mark ? mark.dataset.claims.split(" ")[0] : null;
    return number && document.querySelector(`details[data-claim-form="${number}"] form[data-marks=claim]`);
  };

  const fill = (form, name, adding) => {
    const field = form.querySelector(`[data-at="${name}"]`);
    const place = `${taken.start}-${taken.end}`;
    field.value = adding && field.value ? `${field.value}, ${place}` : place;
    form.querySelector(`textarea[name="${name}"]`).value = "";
    for (let part = form; part; part = part.parentElement) if (part.tagName === "DETAILS") part.open = true;
    form.closest(".panel")?.removeAttribute("hidden");
    field.focus();
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
    ([label, name, adding]) => offer(label, () => fill(panelForm(), name, adding)));
  const missed = document.querySelector("form[data-marks=new]");
  if (missed) offer("a new claim", () => fill(missed, "text", false));
  document.body.append(bar);

  document.addEventListener("selectionchange", () => {
    const found = selected();
    if (found) taken = found;
    bar.hidden = !found && !bar.contains(document.activeElement);
    if (!found) return;
    quote.textContent = found.text;
    const form = panelForm();
    whose.textContent = form ? `For claim ${form.closest("[data-claim-form]").dataset.claimForm} these are` : "These are";
    for (const button of ofClaim) button.hidden = !form;
    for (const button of document.querySelectorAll("[data-take]")) button.hidden = false;
  });

  document.addEventListener("focusin", (event) => {
    const form = event.target.closest("form[data-marks]");
    if (form && form.dataset.marks === "claim") lastForm = form;
  });

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-take]");
    if (button && taken) fill(button.form, button.dataset.take, event.shiftKey);
  });
})();
