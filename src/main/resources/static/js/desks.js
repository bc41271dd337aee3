/* Desks in the head of a page: one open at a time, closed by Escape and by a click beside it. They open without this script as well. */
(() => {
  'use strict';

  const desks = () => [...document.querySelectorAll('.masthead details.desk[open]')];

  document.addEventListener('click', click => {
    desks().filter(desk => !desk.contains(click.target)).forEach(desk => { desk.open = false; });
  });
  document.addEventListener('focusin', focus => {
    desks().filter(desk => !desk.contains(focus.target)).forEach(desk => { desk.open = false; });
  });
  document.addEventListener('keydown', key => {
    if (key.key !== 'Escape') return;
    desks().forEach(desk => {
      desk.open = false;
      desk.querySelector('summary').focus();
    });
  });
})();
