// The concession ladder of the form: suggested from the three numbers, each step the reader's to change.
(() => {
  "use strict";
  const guidebook = (globalThis.guidebook ??= {});
  const MOST = 6;

  /** The steps that count: the reader's own where they changed any, else those suggested. */
  guidebook.stepsOf = (numbers, found) => {
    if (numbers.ladder) return numbers.ladder;
    const trades = guidebook.data.basics.trades;
    const last = found.ladder.length - 1;
    const hasFloor = found.end?.is === "floor";
    const tradeAt = (at) => (at === last && hasFloor ? trades.at(-1) : found.trades[at] ?? trades[Math.min(at, 2)]);
    return found.ladder.map((step, at) => ({ step, trade: tradeAt(at) }));
  };

  /** Show the steps in `list`; rows that stand there are kept, so that the one being written keeps its focus. */
  guidebook.showLadder = (list, template, steps) => {
    while (list.children.length > steps.length) list.lastElementChild.remove();
    while (list.children.length < steps.length) list.append(template.content.cloneNode(true));
    [...list.children].forEach((item, at) => {
      for (const input of item.querySelectorAll("[data-step]")) {
        const text = steps[at][input.dataset.step];
        if (input.value !== text) input.value = text;
        input.setAttribute("aria-label", `${input.dataset.step === "step" ? "Step" : "In return, step"} ${at + 1}`);
      }
      item.querySelector("button").setAttribute("aria-label", `Remove step ${at + 1}`);
    });
  };

  /** The steps as they stand in `list`. */
  guidebook.readLadder = (list) =>
    [...list.children].map((item) => Object.fromEntries([...item.querySelectorAll("[data-step]")].map((input) => [input.dataset.step, input.value])));

  /** The steps with one more before the last; as they are where there is no more room. */
  guidebook.withStep = (steps) => (steps.length < MOST ? [...steps.slice(0, -1), { step: "", trade: "" }, ...steps.slice(-1)] : steps);

  /** Why there is no ladder yet, or by what rule it was made. */
  guidebook.ladderWords = (numbers, found) => {
    if (numbers.ladder) return "Your own steps.";
    if (!found.ladder.length) return "Enter your ask and your floor in one unit, and the steps between them appear here.";
    const end = found.end.is === "guide" ? "the lowest number of this guide, as you gave no floor" : `your ${found.end.is}`;
    return `Steps from your ask to ${end}. Each is smaller than the last, and you get something for each. Change any of them.`;
  };
})();
