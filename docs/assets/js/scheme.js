// Colours by the reader's choice, else by the device's. Runs where it stands, before the page is drawn.
(() => {
  "use strict";
  const KEY = "guidebook.scheme";
  const device = matchMedia("(prefers-color-scheme: dark)");
  const button = document.currentScript.previousElementSibling;
  document.documentElement.classList.replace("no-js", "js");  // what needs a script shows itself
  let chosen = null;
  try {
    chosen = localStorage.getItem(KEY);
  } catch {
    // Storage is blocked: the choice lasts as long as the page.
  }

  const isDark = () => (chosen ? chosen === "dark" : device.matches);

  function show() {
    document.body.dataset.mdColorScheme = isDark() ? "slate" : "default";
    button.ariaLabel = button.title = `Switch to the ${isDark() ? "light" : "dark"} scheme`;
  }

  button.addEventListener("click", () => {
    chosen = isDark() ? "light" : "dark";
    show();
    try {
      localStorage.setItem(KEY, chosen);
    } catch {
      // As above.
    }
  });
  device.addEventListener("change", show);
  show();
  button.hidden = false;

  // A row of parts that is wider than the screen starts at the part that is open.
  document.addEventListener("DOMContentLoaded", () => {
    const open = document.querySelector(".g-tabs [aria-current]");
    if (open) open.closest("ul").scrollLeft = open.offsetLeft - 16;
  });
})();
