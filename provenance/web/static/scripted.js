"use strict";
// Ahead of the first paint, so that nothing jumps when report.js takes over.
document.documentElement.classList.add("scripted");
