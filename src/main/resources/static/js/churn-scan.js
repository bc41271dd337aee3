/* Lets the progress of a scan move by itself. */
(() => {
  'use strict';

  const PAUSE = 1500;
  const number = value => value.toLocaleString('en');

  const show = (place, scan) => {
    const told = name => place.querySelector(`[data-told="${name}"]`);
    const { lookedAt, customers, percent, takenUp, found } = scan.progress;
    place.querySelector('progress').value = percent;
    told('looked').textContent = `${number(lookedAt)} of ${number(customers)} customers looked at`;
    told('taken').textContent = `${number(takenUp)} of ${number(found)} found have been taken up or skipped`;
    scan.signals.forEach(signal => {
      const row = document.querySelector(`[data-signal="${signal.signal}"]`);
      if (row) row.querySelectorAll('[data-count]').forEach(cell => { cell.textContent = number(signal[cell.dataset.count]); });
    });
    if (scan.state === 'finished' || scan.state === 'interrupted') {
      // on the scan's own page all the rest has changed, too
      if (document.querySelector('[data-signal]')) location.reload();
      if (scan.state === 'interrupted') told('over').firstChild.textContent = 'The scan is interrupted. ';
      told('over').hidden = false;
      return false;
    }
    return true;
  };

  const follow = async place => {
    let goesOn = true;
    try {
      const answer = await fetch(place.dataset.scan, { credentials: 'same-origin', headers: { Accept: 'application/json' } });
      if (answer.ok) goesOn = show(place, await answer.json());
    } catch (away) {
      console.warn(away);
    }
    if (goesOn) setTimeout(() => follow(place), PAUSE);
  };

  document.querySelectorAll('[data-scan]').forEach(follow);
})();
