/* Says how far a file is while the browser saves it. */
(() => {
  'use strict';

  const PAUSE = 700;
  const number = value => value.toLocaleString('en');

  const follow = async (id, name, told, missed) => {
    let goesOn = true;
    try {
      const answer = await fetch(`/audit/exports/${id}`, { credentials: 'same-origin', headers: { Accept: 'application/json' } });
      if (answer.ok) {
        const { written, of, state } = await answer.json();
        missed = 0;
        goesOn = state === 'running';
        told.textContent = `${name}: ${number(written)} of ${number(of)} cases written`
          + (state === 'done' ? ', complete' : state === 'broken' ? ', broken off' : ' …');
      } else {
        missed += 1;
      }
    } catch (away) {
      missed += 1;
    }
    // another node may be writing it: the file arrives all the same
    if (goesOn && missed < 20) setTimeout(() => follow(id, name, told, missed), PAUSE);
  };

  document.querySelectorAll('a[data-export]').forEach(link => {
    const address = link.href;
    link.addEventListener('click', () => {
      const id = crypto.randomUUID ? crypto.randomUUID() : `${Date.now()}-${Math.round(Math.random() * 1e9)}`;
      const told = link.parentElement.querySelector('[data-told]');
      link.href = `${address}${address.includes('?') ? '&' : '?'}export=${id}`;
      told.textContent = `${link.dataset.export} begins …`;
      setTimeout(() => follow(id, link.dataset.export, told, 0), PAUSE);
    });
  });
})();
