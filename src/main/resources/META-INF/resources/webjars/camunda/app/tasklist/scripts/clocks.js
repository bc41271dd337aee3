/* The clocks on the cards of the list: words from the house's own clock, asked for all cards at once and kept fresh. */
import { chinese, root } from './house.js';

const FRESH_MILLIS = 20_000;
// words older than this would say something wrong
const STALE_MILLIS = 90_000;
const A_MOMENT_MILLIS = 50;
const MOST_TASKS = 50;

const moment = new Intl.DateTimeFormat(chinese ? 'zh-CN' : 'en-GB', {
  weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit',
});
// the list draws its cards anew again and again: they show at once what was last known
let known = {};
let knownAt = 0;
const shown = new WeakMap();
let asked = 0;
let next;

const places = () => [...document.querySelectorAll('[data-amends-clocks]')];

const line = ({ words, tone, due }) => {
  const text = document.createElement('p');
  text.className = `amends-clock amends-${tone}`;
  const stands = document.createElement('strong');
  stands.textContent = words;
  text.append(stands);
  if (due) {
    const when = document.createElement('time');
    when.dateTime = due;
    when.textContent = moment.format(new Date(due));
    text.append(' ', when);
  }
  return text;
};

const draw = (place) => {
  const lines = known[place.dataset.amendsClocks] ?? [];
  const words = JSON.stringify(lines);
  // what stays the same is left alone: somebody may be reading it, or copying from it
  if (shown.get(place) !== words) {
    shown.set(place, words);
    place.replaceChildren(...lines.map(line));
  }
};

const ask = async (ids) => {
  const answer = await fetch(`${root}/api/tasks/clocks?ids=${ids.map(encodeURIComponent).join(',')}`, {
    headers: { Accept: 'application/json', 'Accept-Language': chinese ? 'zh' : 'en' },
  });
  if (!answer.ok) {
    throw new Error(`The clocks cannot be read: ${answer.status}`);
  }
  return answer.json();
};

const read = async () => {
  const ids = [...new Set(places().map((place) => place.dataset.amendsClocks))];
  const answer = {};
  for (let from = 0; from < ids.length; from += MOST_TASKS) {
    for (const clock of await ask(ids.slice(from, from + MOST_TASKS))) {
      (answer[clock.taskId] ??= []).push(clock);
    }
  }
  return answer;
};

const refresh = async () => {
  asked += 1;
  const turn = asked;
  soon(FRESH_MILLIS);
  const answer = await read().catch(() => null);
  if (turn !== asked) {
    // the list has changed since, and somebody has asked again
    return;
  }
  if (answer) {
    known = answer;
    knownAt = performance.now();
  } else if (performance.now() - knownAt > STALE_MILLIS) {
    known = {};
  }
  places().forEach(draw);
};

const soon = (millis) => {
  clearTimeout(next);
  next = setTimeout(() => (document.hidden ? soon(FRESH_MILLIS) : refresh()), millis);
};

document.addEventListener('visibilitychange', () => soon(0));

export default {
  id: 'amends-clocks',
  pluginPoint: 'tasklist.card',
  // above the variables
  priority: 300,
  render: (place, { taskId }) => {
    place.dataset.amendsClocks = taskId;
    draw(place);
    soon(A_MOMENT_MILLIS);
  },
  unmount: () => {},
};
