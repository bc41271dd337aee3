/* Shows by itself who has answered a call-out: only what has changed is drawn anew, and the focus stays where it is. */
(() => {
  'use strict';

  const PAUSE = 3000;
  const live = document.querySelector('[data-live]');

  const text = (place, fresh) => {
    if (place && fresh && place.textContent !== fresh.textContent) place.textContent = fresh.textContent;
  };

  const draw = fresh => {
    const had = document.activeElement && document.activeElement.dataset.keep;
    const seen = [...live.querySelectorAll('[data-role]')];
    const wanted = [...fresh.querySelectorAll('[data-role]')];
    wanted.forEach((role, place) => {
      const now = seen[place];
      if (!now) live.append(document.adoptNode(role));
      else if (now.dataset.version !== role.dataset.version || Boolean(now.querySelector('form')) !== Boolean(role.querySelector('form'))) now.replaceWith(document.adoptNode(role));
      else text(now.querySelector('[data-left]'), role.querySelector('[data-left]'));
    });
    const kept = had && live.querySelector(`[data-keep="${had}"]`);
    if (kept && kept !== document.activeElement) kept.focus({ preventScroll: true });
  };

  const follow = async () => {
    try {
      const answer = await fetch(location.pathname, { credentials: 'same-origin', headers: { Accept: 'text/html' } });
      if (answer.ok && !answer.redirected) {
        const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
        text(document.querySelector('[data-summary]'), page.querySelector('[data-summary]'));
        const fresh = page.querySelector('[data-live]');
        if (fresh) draw(fresh);
      }
    } catch (away) {
      console.warn(away);
    }
    setTimeout(follow, PAUSE);
  };

  if (live) setTimeout(follow, PAUSE);
})();
