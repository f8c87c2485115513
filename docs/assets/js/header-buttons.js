// The header's buttons tick the hidden boxes that open the menu and the search.
// Without script the labels beside them do; the style sheet shows the one or the other.

for (const button of document.querySelectorAll("[data-toggles]")) {
  const box = document.getElementById(button.dataset.toggles);
  button.setAttribute("aria-expanded", box.checked);
  button.addEventListener("click", () => {
    box.click();
    if (box.id === "__search") document.querySelector("input[name=query]").focus();
  });
  box.addEventListener("change", () => button.setAttribute("aria-expanded", box.checked));
}
