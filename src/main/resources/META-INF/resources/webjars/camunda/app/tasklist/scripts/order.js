// Without an order in the address the Tasklist shows the newest task first, whatever presses.
const [path, query = ''] = window.location.hash.split('?');
const asked = new URLSearchParams(query);

if (!asked.has('sorting')) {
  asked.set('sorting', JSON.stringify([
    { sortBy: 'priority', sortOrder: 'desc' },
    { sortBy: 'dueDate', sortOrder: 'asc' },
  ]));
  window.history.replaceState(null, '', `${path || '#/'}?${asked}`);
}
