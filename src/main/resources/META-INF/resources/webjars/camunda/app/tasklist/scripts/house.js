/* What the scripts beside this one share. */

// where our own pages and addresses begin
export const root = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '');

// the Tasklist chooses its language in the same way
export const chinese = (navigator.languages?.[0] ?? navigator.language ?? '').toLowerCase().startsWith('zh');
