/* Why a step could not be completed, in the words of its form: the Tasklist itself would show the answer of the REST API. */
import { chinese } from './house.js';

const ANSWER = /^Cannot (?:submit task form|complete task) \S+: ([^]*)$/;
const FINDING = /^(\w+): ([^]*?)(?: \(([^()]*)\))?$/;
const shown = new Set();

const element = (name, text, className) => {
  const made = document.createElement(name);
  made.textContent = text;
  made.className = className ?? '';
  return made;
};

// "reason: is required (Why it moves)", several behind each other
const findings = (text) => text.split(/; (?=\w+: )/).map((finding) => {
  const [, , reason, label] = FINDING.exec(finding) ?? [];
  return label ? { label, advice: reason } : { advice: finding };
});

// "Why it moves: “you must” → could you … — A question leaves the customer free."
const remark = (line) => {
  const [advice, because] = line.split(' — ');
  const end = advice.indexOf(': ');
  return { label: advice.slice(0, end), advice: advice.slice(end + 2), because };
};

const item = ({ advice, because }) => {
  const line = element('li', advice);
  if (because) {
    line.append(element('small', because));
  }
  return line;
};

// one list for each field, under what people read beside it
const lists = (items) => [...new Set(items.map(({ label }) => label))].flatMap((label) => {
  const list = document.createElement('ul');
  list.append(...items.filter((one) => one.label === label).map(item));
  return label ? [element('em', label), list] : [list];
});

const draw = (alert) => {
  const message = alert.querySelector('.message');
  const [, text] = ANSWER.exec(message?.textContent ?? '') ?? [];
  if (!text) {
    return;
  }
  const lines = text.split('\n');
  const hint = lines.length > 2;
  alert.classList.add('amends-refusal');
  alert.classList.toggle('amends-hint', hint);
  alert.querySelector('.status').textContent = hint ? lines[0] : chinese ? '还不能完成：' : 'This cannot be completed yet:';
  message.replaceChildren(...lists(hint ? lines.slice(1, -1).map(remark) : findings(text)));
  if (hint) {
    message.append(element('p', lines.at(-1)));
  }
  shown.add(alert);
};

// whoever has moved on, or done it, has read it
const clear = () => {
  shown.forEach((alert) => alert.querySelector('button.close[ng-click^="remove"]')?.click());
  shown.clear();
};

new MutationObserver(() => document.querySelectorAll('.page-notifications .alert:not(.amends-refusal)').forEach(draw))
  .observe(document.body, { childList: true, subtree: true });
document.addEventListener('click', (event) => {
  if (event.target.closest?.('.form-actions button')) {
    clear();
  }
}, true);
window.addEventListener('hashchange', clear);
