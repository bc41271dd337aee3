/* Draws the diagrams of a case in the version it ran on and colours the way it took. */
(() => {
  'use strict';

  const colour = (viewer, way) => {
    const canvas = viewer.get('canvas');
    const overlays = viewer.get('overlays');
    const shapes = viewer.get('elementRegistry');
    way.flows.filter(id => shapes.get(id)).forEach(id => canvas.addMarker(id, 'way-taken'));
    way.steps.filter(step => shapes.get(step.id)).forEach(step => {
      canvas.addMarker(step.id, 'step-' + step.state);
      if (step.count > 1) {
        const count = document.createElement('span');
        count.className = 'visits';
        count.textContent = step.count + ' ×';
        count.title = 'The case came here ' + step.count + ' times';
        overlays.add(step.id, { position: { top: -12, right: 14 }, html: count });
      }
    });
  };

  const load = async (address, read) => {
    const answer = await fetch(address, { credentials: 'same-origin' });
    if (!answer.ok) throw new Error(address + ' answers ' + answer.status);
    return read(answer);
  };

  const draw = async place => {
    if (place.dataset.drawn) return;
    place.dataset.drawn = 'true';
    const note = place.querySelector('.waiting');
    try {
      const [xml, way] = await Promise.all([
        load(place.dataset.diagram, answer => answer.text()),
        load(place.dataset.way, answer => answer.json()),
      ]);
      note.remove();
      const viewer = new window.BpmnJS({ container: place });
      await viewer.importXML(xml);
      colour(viewer, way);
      const fit = () => viewer.get('canvas').zoom('fit-viewport');
      fit();
      const whole = document.createElement('button');
      whole.type = 'button';
      whole.className = 'outline secondary whole';
      whole.textContent = 'Show the whole diagram';
      whole.addEventListener('click', fit);
      place.after(whole);
    } catch (problem) {
      place.dataset.drawn = '';
      if (!note.isConnected) place.replaceChildren(note);
      note.textContent = 'The diagram cannot be shown now. Close and open this part to try again.';
      console.warn(problem);
    }
  };

  document.querySelectorAll('details.run').forEach(run => {
    const place = run.querySelector('.diagram');
    run.addEventListener('toggle', () => run.open && draw(place));
    if (run.open) draw(place);
  });
})();
