// The header's button ticks the hidden box that opens the menu.
// Without script the label beside it does; the style sheet shows the one or the other.

for (const button of document.querySelectorAll("[data-toggles]")) {
  const box = document.getElementById(button.dataset.toggles);
  button.setAttribute("aria-expanded", box.checked);
  button.addEventListener("click", () => box.click());
  box.addEventListener("change", () => button.setAttribute("aria-expanded", box.checked));
}
