/* Lets the progress of long work move by itself, and shows the page anew when it is over. */
(() => {
  'use strict';

  const PAUSE = 1000;

  const follow = async place => {
    let goesOn = true;
    try {
      const answer = await fetch(place.dataset.follow, { credentials: 'same-origin', headers: { Accept: 'application/json' } });
      if (answer.ok) {
        const { over, percent, told } = await answer.json();
        place.querySelector('progress').value = percent;
        place.querySelector('[data-told]').textContent = told;
        if (over) {
          location.reload();
          goesOn = false;
        }
      }
    } catch (away) {
      console.warn(away);
    }
    if (goesOn) setTimeout(() => follow(place), PAUSE);
  };

  document.querySelectorAll('[data-follow]').forEach(follow);
})();
