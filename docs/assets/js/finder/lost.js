// <lost-address> on the page for addresses that lead nowhere: reads the address as a query and lists what it names.
(() => {
  "use strict";

  const guidebook = (globalThis.guidebook ??= {});
  const FOLDERS = /^(guides|companies|roles|regions|levers|index)$/;

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
      const query = guidebook.asked(location.pathname.slice(guidebook.top.pathname.length));
      if (!query) return;
      const names = await guidebook.open().catch(() => null);
      if (!names) return;
      const { answers, note } = guidebook.finder.find(names, query, 5);
      const list = this.querySelector("ul");
      const line = this.querySelector("template").content.firstElementChild;
      for (const { title, detail, url } of [...answers, ...(note?.nearest ?? [])].filter(isNew)) {
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

  const isNew = ({ url, kind }, at, all) => kind !== "index" && all.findIndex((other) => other.url === url) === at;

  customElements.define("lost-address", LostAddress);
})();
