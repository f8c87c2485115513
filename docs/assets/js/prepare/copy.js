// A button beside each script that copies it as plain text: what is said, blanks in square brackets.
(() => {
  "use strict";
  const guidebook = (globalThis.guidebook ??= {});

  /** The words of a script without its label and its button. */
  guidebook.plain = (block) => {
    const copy = block.cloneNode(true);
    for (const part of copy.querySelectorAll("b, button, output, [hidden]")) part.remove();
    for (const blank of copy.querySelectorAll("i[data-blank]:not(.g-filled)")) blank.textContent = `[${blank.textContent}]`;
    return copy.textContent.replace(/\s+/g, " ").trim();
  };

  // Where the page may not write to the clipboard, the words are marked for the reader to copy.
  async function copied(block) {
    try {
      await navigator.clipboard.writeText(guidebook.plain(block));
      return true;
    } catch {
      const range = document.createRange();
      range.selectNodeContents(block.querySelector("p"));
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      return false;
    }
  }

  for (const block of document.querySelectorAll(".g-say")) {
    const [button, said] = ["button", "output"].map((name) => document.createElement(name));
    Object.assign(button, { type: "button", className: "g-copy", textContent: "Copy" });
    block.append(button, said);
    button.addEventListener("click", async () => {
      said.textContent = (await copied(block)) ? "Copied" : "Marked: press Ctrl+C or \u2318C";
    });
  }
})();
