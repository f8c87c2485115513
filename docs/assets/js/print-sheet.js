// The print buttons of a guide: the sheet, which print gives anyway, or the whole guide with its levers open.
(() => {
  'use strict';

  const root = document.documentElement;

  /** Print the whole guide: a class on the root for this print alone, and every row that opens is open. */
  function printFull() {
    const closed = [...document.querySelectorAll('article details:not([open])')];
    root.classList.add('g-full');
    closed.forEach(part => { part.open = true; });
    addEventListener('afterprint', () => {
      root.classList.remove('g-full');
      closed.forEach(part => { part.open = false; });
    }, { once: true });
    print();
  }

  document.querySelectorAll('[data-print]').forEach(control => {
    control.addEventListener('click', event => {
      event.preventDefault();
      if (control.dataset.print === 'full') printFull();
      else print();
    });
  });
})();
