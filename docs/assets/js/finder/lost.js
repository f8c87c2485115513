// <lost-address> on the page for addresses that lead nowhere: reads the address as a query and lists what it names, and
// advice that is about it where it is no address of a guide, a company, a role or a place.
(() => {
  "use strict";

  const guidebook = (globalThis.guidebook ??= {});
  const FOLDERS = /^(guides|companies|roles|regions|levers|prepare|rights|index)$/;
  const OF_NAMES = /^(guides|companies|roles|regions)\//;
  const MOST = 5;

  /** The words of an address below the site's top: `guides/acme/sre/` gives `acme sre`. */
  guidebook.asked = (address) => {
    const parts = address.split("/").map((part) => part.replace(/\.\w+$/, "")).filter((part) => part && !FOLDERS.test(part));
    try {
      return decodeURIComponent(parts.join(" ")).replace(/[-_+]+/g, " ");
    } catch {
      return parts.join(" ").replace(/[-_+%]+/g, " ");
    }
  };

  class LostAddress extends HTMLElement {
    async connectedCallback() {
      const address = location.pathname.slice(guidebook.top.pathname.length);
      const query = guidebook.asked(address);
      if (!query) return;
      const names = await guidebook.open().catch(() => null);
      if (!names) return;
      const { answers, note } = guidebook.finder.find(names, query, MOST);
      const isOfNames = OF_NAMES.test(address);
      const prose = isOfNames ? [] : await topics(query, names.weak);
      const named = note?.kind === "unknown" && !isOfNames ? [] : answers.filter((answer) => !isIndex(answer));
      const list = this.querySelector("ul");
      const line = this.querySelector("template").content.firstElementChild;
      const own = note ? [] : answers.filter(isIndex);
      const near = isOfNames ? note?.nearest ?? [] : [];
      for (const { title, detail, url } of [...own, ...prose, ...(prose.length ? [] : named), ...near].filter(isNew)) {
        const item = line.cloneNode(true);
        const [link, more] = item.children;
        link.href = guidebook.address(url);
        link.textContent = title;
        more.textContent = detail;
        list.append(item);
      }
      this.hidden = !list.childElementCount;
    }
  }

  /** Passages that are about all that is asked; none where the text cannot be loaded. */
  async function topics(query, weak) {
    const text = await guidebook.read().catch(() => null);
    return text ? guidebook.text.search(text, query, weak, MOST).filter(({ isTopic }) => isTopic) : [];
  }

  const isIndex = ({ kind }) => kind === "index";
  const isNew = ({ url }, at, all) => all.findIndex((other) => other.url === url) === at;

  customElements.define("lost-address", LostAddress);
})();
