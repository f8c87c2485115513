// On the sheet, the place that was chosen: its law, and its band before the others.
(() => {
  "use strict";
  const guidebook = (globalThis.guidebook ??= {});

  const LINE = 48; // signs
  const former = new WeakMap();

  /** Another place has other laws, and its band comes first. */
  guidebook.showPlace = (sheet, { other }, guide) => {
    const usual = guide?.rows?.[guide.row ?? 0];
    for (const part of sheet.querySelectorAll("[data-of=region]")) part.hidden = Boolean(other) && other.region !== usual.region;
    for (const part of sheet.querySelectorAll("[data-of=row]")) part.hidden = Boolean(other);
    const lines = [...sheet.querySelectorAll(".r")];
    if (!lines.length) return;
    if (!former.has(sheet)) former.set(sheet, lines.map(bandOf));
    const [own, ...rest] = former.get(sheet);
    const listed = other && rest.find(({ label }) => label.trim().toLowerCase() === guidebook.placeName(other).toLowerCase());
    const bands = listed ? [listed, own, ...rest.filter((band) => band !== listed)] : [other ? bandOfRow(other, own) : own, ...rest];
    lines.forEach((line, at) => draw(line, bands[at]));
  };

  const barOf = ({ nextElementSibling: next }) => (next?.matches("svg") ? next : null);

  /** A band of the sheet as its line has it; `rect` is what its bar is drawn by, and nothing where it has none. */
  function bandOf(line) {
    const [detail, amount] = [...line.children].map((part) => part.textContent);
    return { label: line.firstChild.data, detail, amount, rect: drawnBy(barOf(line)?.querySelector("rect")) };
  }

  const drawnBy = (rect) => rect && Object.fromEntries(["class", "x", "width"].map((name) => [name, rect.getAttribute(name) ?? ""]));

  /** The band of a row that the sheet does not list, its bar as in the table above, which has the same scale. */
  function bandOfRow(row, own) {
    const [detail, amount] = [`${row.basis}${row.unconfirmed ? ", not confirmed" : ""}`, row.base ?? "not disclosed"];
    const bar = [...document.querySelectorAll(".g-pay svg")].find((one) => one.getAttribute("aria-label") === amount);
    const isOnScale = guidebook.readBand(amount)?.currency === guidebook.readBand(own.amount)?.currency;
    const rect = isOnScale ? drawnBy(bar?.querySelector("rect")) : null;
    const [label, room] = [guidebook.placeName(row), LINE - detail.length - amount.length];
    return { label: `${label.length > room ? `${label.slice(0, room - 1)}\u2026` : label} `, detail, amount, rect: rect && { ...rect, class: row.basis } };
  }

  function draw(line, { label, detail, amount, rect }) {
    line.firstChild.data = label;
    [line.children[0].textContent, line.children[1].textContent] = [detail, amount];
    const bar = barOf(line);
    bar?.toggleAttribute("hidden", !rect);
    for (const [name, value] of Object.entries(rect ?? {})) bar?.firstElementChild.setAttribute(name, value);
  }
})();
