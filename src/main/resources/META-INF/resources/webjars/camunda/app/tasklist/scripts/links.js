// A link in a form opens beside it, so that nothing typed is lost; the viewer of forms drops the target that a form names.
document.addEventListener('click', (event) => {
  const link = event.target.closest?.('.fjs-container a[href]');
  if (link) {
    link.target = '_blank';
    link.rel = 'noopener';
  }
}, true);
