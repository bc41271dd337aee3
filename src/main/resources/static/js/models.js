/* Draws diagrams with what a table beside them says: how many wait at a step, what changed, what the check found; and says what is under way. */
(() => {
  'use strict';

  const SIGNS = { added: '+', removed: '−', changed: '≠', finding: '!' };

  const badge = (kind, text, title) => {
    const element = document.createElement('span');
    element.className = kind;
    element.textContent = text;
    element.title = title;
    return element;
  };

  const position = shape => (shape.waypoints ? { top: -10, left: 0 } : { top: -14, right: 16 });

  const count = (viewer, rows) => {
    rows.forEach(row => {
      const shape = viewer.get('elementRegistry').get(row.dataset.element);
      if (!shape) return;
      viewer.get('canvas').addMarker(shape.id, 'here');
      viewer.get('overlays').add(shape.id, { position: position(shape), html: badge('count-badge', row.dataset.count, row.dataset.count + ' wait here') });
    });
  };

  const mark = (viewer, rows, kinds) => {
    const found = [];
    rows.filter(row => kinds.includes(row.dataset.mark)).forEach(row => {
      const shape = viewer.get('elementRegistry').get(row.dataset.element);
      // the process itself has no place of its own on the drawing
      if (!shape || !shape.parent) return;
      found.push(shape);
      viewer.get('canvas').addMarker(shape.id, 'mark-' + row.dataset.mark);
      if (!shape.waypoints) {
        const place = row.dataset.mark === 'finding' ? { top: -14, left: -8 } : position(shape);
        viewer.get('overlays').add(shape.id, { position: place, html: badge('mark-badge ' + row.dataset.mark, SIGNS[row.dataset.mark], row.dataset.mark + ': ' + row.dataset.title) });
      }
    });
    return found;
  };

  /* Whoever looks for what changed wants to read it: what is marked is shown as large as it fits, but no larger than drawn. */
  const show = (viewer, shapes) => {
    const canvas = viewer.get('canvas');
    canvas.zoom('fit-viewport', 'auto');
    const steps = shapes.filter(shape => !shape.waypoints && shape.parent);
    if (!steps.length) return;
    const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
    steps.forEach(({ x, y, width, height }) => {
      box.left = Math.min(box.left, x);
      box.top = Math.min(box.top, y);
      box.right = Math.max(box.right, x + width);
      box.bottom = Math.max(box.bottom, y + height);
    });
    const { outer } = canvas.viewbox();
    const margin = 80;
    const width = box.right - box.left + 2 * margin;
    const height = box.bottom - box.top + 2 * margin;
    const scale = Math.min(1, outer.width / width, outer.height / height);
    if (scale <= canvas.zoom()) return;
    const seen = { width: outer.width / scale, height: outer.height / scale };
    canvas.viewbox({ x: (box.left + box.right - seen.width) / 2, y: (box.top + box.bottom - seen.height) / 2, ...seen });
  };

  const draw = async place => {
    const section = place.closest('[data-diagrams]');
    const rows = [...section.querySelectorAll('[data-element]')];
    const note = place.querySelector('.waiting');
    try {
      const answer = await fetch(place.dataset.diagram, { credentials: 'same-origin' });
      if (!answer.ok) throw new Error(place.dataset.diagram + ' answers ' + answer.status);
      const xml = await answer.text();
      note.remove();
      const viewer = new window.BpmnJS({ container: place });
      await viewer.importXML(xml);
      if (place.dataset.counts) count(viewer, rows);
      const marked = place.dataset.marks ? mark(viewer, rows, place.dataset.marks.split(' ')) : [];
      show(viewer, marked);
      const tools = place.parentElement.querySelector('.tools');
      tools.hidden = false;
      const canvas = viewer.get('canvas');
      tools.addEventListener('click', click => {
        const way = click.target.dataset.zoom;
        if (way === 'fit') canvas.zoom('fit-viewport', 'auto');
        if (way === 'in') canvas.zoom(canvas.zoom() * 1.25);
        if (way === 'out') canvas.zoom(canvas.zoom() / 1.25);
      });
      section.addEventListener('click', click => {
        const button = click.target.closest('.find');
        const shape = button && viewer.get('elementRegistry').get(button.closest('[data-element]').dataset.element);
        if (!shape) return;
        show(viewer, [shape]);
        place.scrollIntoView({ block: 'center', behavior: 'smooth' });
      });
    } catch (problem) {
      if (!note.isConnected) place.replaceChildren(note);
      note.textContent = 'The diagram cannot be drawn.';
      console.warn(problem);
    }
  };

  document.querySelectorAll('.diagram[data-diagram]').forEach(draw);

  // what takes a while says so, and is not asked for twice
  document.querySelectorAll('button[data-waiting]').forEach(button => {
    const words = button.textContent;
    button.form.addEventListener('submit', () => {
      button.textContent = button.dataset.waiting;
      button.setAttribute('aria-busy', 'true');
      button.disabled = true;
    });
    // whoever comes back by the browser's own button finds it as it was
    window.addEventListener('pageshow', event => {
      if (!event.persisted) return;
      button.textContent = words;
      button.removeAttribute('aria-busy');
      button.disabled = false;
    });
  });

  // files: dropped, clicked or by the keyboard, all end in the same field
  document.querySelectorAll('form[data-drop]').forEach(form => {
    const zone = form.querySelector('.drop');
    const field = form.querySelector('input[type=file]');
    const chosen = form.querySelector('[data-chosen]');
    const tell = () => {
      const names = [...field.files].map(file => file.name);
      // the field itself tells a single one
      chosen.textContent = names.length > 1 ? names.join(', ') : '';
    };
    field.addEventListener('change', tell);
    ['dragenter', 'dragover'].forEach(kind => zone.addEventListener(kind, event => {
      event.preventDefault();
      zone.classList.add('over');
    }));
    ['dragleave', 'drop'].forEach(kind => zone.addEventListener(kind, () => zone.classList.remove('over')));
    zone.addEventListener('drop', event => {
      event.preventDefault();
      if (!event.dataTransfer.files.length) return;
      field.files = event.dataTransfer.files;
      tell();
    });
    tell();
  });
})();
