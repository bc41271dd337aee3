/* Draws the diagrams of a case with the way it took, counts, durations and where it waits; all of it stands in the table below each. */
(() => {
  'use strict';

  const NO_SIZE = /gateway|event/i;
  const LEGIBLE = 0.75;
  const EDGE = 40;
  // said by the box itself, and too long beside it
  const CALLS = /^for the process/;

  const badge = (kind, text, title) => {
    const element = document.createElement('span');
    element.className = kind;
    element.textContent = text;
    if (title) element.title = title;
    return element;
  };

  const colour = (viewer, rows, flows) => {
    const canvas = viewer.get('canvas');
    const overlays = viewer.get('overlays');
    const shapes = viewer.get('elementRegistry');
    flows.filter(id => shapes.get(id)).forEach(id => canvas.addMarker(id, 'way-taken'));
    rows.filter(row => shapes.get(row.dataset.step)).forEach(row => {
      const { step, state, count, took, waits, type } = row.dataset;
      const shape = shapes.get(step);
      canvas.addMarker(step, 'step-' + state);
      if (Number(count) > 1) {
        overlays.add(step, { position: { top: -12, right: 14 }, html: badge('visits', count + ' ×', 'The case came here ' + count + ' times') });
      }
      if (took && !NO_SIZE.test(type)) {
        // a task has its picture on the left, a box of several steps has labels of events on its right
        const holds = /subProcess/i.test(type);
        overlays.add(step, { position: holds ? { top: 5, left: 8 } : { top: 3, right: 4 }, html: badge(holds ? 'took holds' : 'took', took, 'The case was here for ' + took + ' in all') });
      }
      if (state === 'active') {
        // below it, or above where an event hangs on it
        const above = (shape.attachers || []).length > 0;
        overlays.add(step, { position: { top: above ? (Number(count) > 1 ? -34 : -20) : shape.height + 3, left: 0 }, html: badge('waits', waits && !CALLS.test(waits) ? 'waits ' + waits : 'waits here', waits ? 'It waits ' + waits : '') });
      }
    });
  };

  const choose = (viewer, run, id) => {
    const canvas = viewer.get('canvas');
    const shapes = viewer.get('elementRegistry');
    run.querySelectorAll('tr[data-step]').forEach(row => {
      const chosen = row.dataset.step === id;
      row.classList.toggle('chosen', chosen);
      if (shapes.get(row.dataset.step)) canvas[chosen ? 'addMarker' : 'removeMarker'](row.dataset.step, 'chosen');
      if (chosen) {
        row.scrollIntoView({ block: 'nearest' });
        row.querySelector('a').focus({ preventScroll: true });
      }
    });
  };

  const draw = async run => {
    const place = run.querySelector('.diagram');
    if (place.dataset.drawn) return;
    place.dataset.drawn = 'true';
    const note = place.querySelector('.waiting');
    try {
      const answer = await fetch(place.dataset.diagram, { credentials: 'same-origin' });
      if (!answer.ok) throw new Error(place.dataset.diagram + ' answers ' + answer.status);
      const xml = await answer.text();
      note.remove();
      const viewer = new window.BpmnJS({ container: place });
      await viewer.importXML(xml);
      colour(viewer, [...run.querySelectorAll('tr[data-step]')], place.dataset.flows.split(' ').filter(Boolean));
      const canvas = viewer.get('canvas');
      const fit = () => canvas.zoom('fit-viewport', 'auto');
      fit();
      if (canvas.zoom() < LEGIBLE) {
        // a large diagram as a whole is a smear: show where the case is, or where it began
        const rows = [...run.querySelectorAll('tr[data-step]')];
        const waits = rows.find(row => row.dataset.state === 'active');
        const here = waits || rows[0];
        canvas.zoom(LEGIBLE);
        const shape = here && viewer.get('elementRegistry').get(here.dataset.step);
        if (shape) {
          const { width, height } = canvas.viewbox();
          const left = waits ? shape.x + shape.width / 2 - width / 2 : shape.x - EDGE;
          canvas.viewbox({ x: left, y: shape.y + shape.height / 2 - height / 2, width, height });
        }
      }
      viewer.on('element.click', click => choose(viewer, run, click.element.id));
      const tools = run.querySelector('.tools');
      tools.hidden = false;
      tools.addEventListener('click', click => {
        const { zoom: way, move } = click.target.dataset;
        if (move) canvas.scroll({ dx: -Number(move) * place.clientWidth / 2, dy: 0 });
        if (way === 'fit') fit();
        if (way === 'in') canvas.zoom(canvas.zoom() * 1.25);
        if (way === 'out') canvas.zoom(canvas.zoom() / 1.25);
      });
    } catch (problem) {
      place.dataset.drawn = '';
      if (!note.isConnected) place.replaceChildren(note);
      note.textContent = 'The diagram cannot be shown now. Close and open this part to try again.';
      console.warn(problem);
    }
  };

  document.querySelectorAll('details.run').forEach(run => {
    run.addEventListener('toggle', () => run.open && draw(run));
    if (run.open) draw(run);
  });

  // what a step called is folded up until somebody asks for it
  const unfold = () => {
    const run = location.hash.startsWith('#run-') && document.getElementById(location.hash.slice(1));
    if (!run) return;
    run.open = true;
    run.scrollIntoView();
    run.querySelector('summary').focus({ preventScroll: true });
  };
  window.addEventListener('hashchange', unfold);
  document.addEventListener('click', click => {
    const link = click.target.closest('a[href^="#run-"]');
    // a second click on the same link changes no hash
    if (link && link.hash === location.hash) unfold();
  });
  unfold();

  // on paper everything is open
  let opened = [];
  window.addEventListener('beforeprint', () => {
    opened = [...document.querySelectorAll('main details:not([open])')];
    opened.forEach(it => { it.open = true; });
  });
  window.addEventListener('afterprint', () => opened.forEach(it => { it.open = false; }));
})();
