// Load what a page needs and no more: the form of Prepare when it is opened or holds numbers, Compare on its page,
// buttons that print or copy where there is something to print or say. Scripts are loaded as scripts, which works from a folder too.
(() => {
  "use strict";
  const guidebook = (globalThis.guidebook ??= {});
  const here = new URL(".", document.currentScript.src);
  const loading = new Map();

  /** The site's own address of a path from its top. */
  guidebook.at = (path) => new URL(`../../${path}`, here).href;

  /** Load scripts one after another, each once; a path from the site's top, or the name of a file of `prepare/`. */
  guidebook.scripts = async (...names) => {
    for (const name of names) await one(name.includes("/") ? guidebook.at(name) : new URL(`prepare/${name}`, here).href);
  };

  function one(address) {
    if (!loading.has(address)) {
      loading.set(address, new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = address;
        script.onload = resolve;
        script.onerror = () => {
          loading.delete(address);
          reject(new Error(`cannot load ${address}`));
        };
        document.head.append(script);
      }));
    }
    return loading.get(address);
  }

  guidebook.ARITHMETIC = ["assets/data/basics.js", "money.js", "pay.js", "store.js", "readings.js", "checks.js", "derive.js"];

  // The sheet comes in a frame, which is what prints without scripts. Here it becomes a part of the page, to be filled.
  const frame = document.querySelector("iframe.g-sheet");
  const sheetTaken = frame && new Promise((resolve) => {
    const take = (sheet) => {
      if (sheet) frame.replaceWith(document.adoptNode(sheet));
      else frame.remove(); // it could not be had: better to print the guide than an empty page
      resolve();
    };
    const isFolder = location.protocol === "file:"; // where a page may not look into its frame, so it asks
    addEventListener("message", ({ source, data }) => {
      if (isFolder && source === frame.contentWindow && data.sheet) take(new DOMParser().parseFromString(data.sheet, "text/html").querySelector(".g-sheet"));
    });
    const look = () => {
      if (isFolder) frame.contentWindow.postMessage("sheet", "*");
      else take(frame.contentDocument?.querySelector(".g-sheet"));
    };
    frame.addEventListener("load", look);
    if (isFolder || frame.contentDocument?.URL === frame.src && frame.contentDocument.readyState === "complete") look();
  });

  const panel = document.querySelector("prepare-panel");
  if (panel) {
    const open = () => Promise.all([sheetTaken, guidebook.scripts(...guidebook.ARITHMETIC, "asks.js", "levers.js", "said.js", "place.js", "fill.js", "ladder.js", "panel.js")]);
    const wants = () => !panel.dataset.guide || location.hash === "#prepare" || guidebook.hasNumbers(panel.dataset.guide);
    const isOpener = (event) => event.target.closest?.("prepare-panel [data-open], [href='#prepare']");
    // Where the form cannot be had here, as in a page from a folder, the worksheet has it, and is told the guide.
    const leave = () => {
      const page = location.protocol === "file:" ? "index.html" : "";
      location.assign(`${panel.querySelector("[data-open]").href}${page}#${panel.dataset.guide}`);
    };
    guidebook.hasNumbers = (guide) => {
      try {
        return localStorage.getItem(`guidebook.numbers.${guide}`) !== null;
      } catch {
        return false;
      }
    };
    document.addEventListener("click", (event) => {
      if (!isOpener(event)) return;
      if (event.target.closest("[data-open]")) event.preventDefault();
      open().then(() => panel.open(true), () => false).then((isOpen) => isOpen || leave());
    });
    addEventListener("hashchange", () => location.hash === "#prepare" && open().then(() => panel.open(false)));
    if (wants()) open().then(() => panel.open(false));
  }
  if (document.querySelector("sortable-table")) guidebook.scripts("assets/js/sortable-table.js", "assets/js/band-filter.js");
  if (document.querySelector("company-filter")) guidebook.scripts("assets/js/company-filter.js");
  if (document.querySelector("[data-print]")) guidebook.scripts("assets/js/print-sheet.js");
  if (document.querySelector("compare-offers")) guidebook.scripts(...guidebook.ARITHMETIC, "assets/data/guides.js", "offers.js", "compare.js");
  if (document.querySelector(".g-say")) guidebook.scripts("copy.js");
})();
