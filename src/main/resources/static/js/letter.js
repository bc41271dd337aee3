/* Makes the frame of a letter as tall as the letter; without this it scrolls. Nothing in the frame runs. */
(() => {
  'use strict';

  document.querySelectorAll('iframe.letter').forEach(frame => {
    const fit = () => {
      const page = frame.contentDocument && frame.contentDocument.documentElement;
      if (!page || !frame.contentDocument.body) return;
      // a page is never lower than its window, so that it has to be asked in a low one
      frame.style.height = '0';
      const borders = frame.offsetHeight - frame.clientHeight;
      // room for a bar where the letter is wider than the page
      const bar = page.scrollWidth > frame.clientWidth ? 20 : 0;
      frame.style.height = page.scrollHeight + borders + bar + 'px';
    };
    frame.addEventListener('load', fit);
    window.addEventListener('resize', fit);
    fit();
  });
})();
