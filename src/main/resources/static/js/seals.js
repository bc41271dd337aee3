/* Checks the chain part by part, so that it shows how far it is and can be stopped. */
(() => {
  'use strict';

  const AT_ONCE = 100;
  const form = document.querySelector('[data-verify]');
  const progress = document.querySelector('[data-progress]');
  const told = document.querySelector('[data-told]');
  const result = document.querySelector('[data-result]');
  const stop = document.querySelector('[data-stop]');
  const start = form.querySelector('[type="submit"]');
  const number = value => value.toLocaleString('en');
  const plural = (count, one, many) => `${number(count)} ${count === 1 ? one : many}`;
  let stopped = false;

  const element = (name, text, className) => {
    const made = document.createElement(name);
    if (text !== undefined) made.textContent = text;
    if (className) made.className = className;
    return made;
  };

  const facts = broken => {
    const list = element('dl', undefined, 'facts');
    const fact = (name, value, address) => {
      if (value === undefined || value === null) return;
      list.append(element('dt', name));
      const told = element('dd');
      if (address) {
        const link = element('a', value);
        link.href = address;
        told.append(link);
      } else {
        told.textContent = value;
      }
      list.append(told);
    };
    fact('Seal', broken.seq);
    fact('Case', broken.caseNumber, broken.caseNumber && `/cases/${encodeURIComponent(broken.caseNumber)}`);
    fact('Part', broken.part);
    fact('Table', broken.table);
    fact('Row', broken.row);
    fact('Column', broken.column);
    fact('As it was sealed', broken.sealed);
    fact('As it is now', broken.found);
    return list;
  };

  const show = (tone, says, broken) => {
    result.replaceChildren(element('p', says, `notice ${tone}`));
    if (broken) result.append(facts(broken));
    result.hidden = false;
  };

  const verify = async query => {
    const answer = await fetch(`${form.dataset.verify}?${new URLSearchParams(query)}`, {
      credentials: 'same-origin', headers: { Accept: 'application/json' },
    });
    const body = await answer.json();
    if (!answer.ok) throw new Error(body.detail || `The check was refused (${answer.status}).`);
    return body;
  };

  const checkAll = async head => {
    const sum = { checked: 0, compared: 0, waiting: 0 };
    let after = 0;
    for (;;) {
      const report = await verify({ head: after === 0 ? head : '', after, limit: AT_ONCE });
      Object.keys(sum).forEach(name => { sum[name] += report[name]; });
      progress.querySelector('progress').value = report.total === 0 ? 100 : Math.min(100, 100 * sum.checked / report.total);
      told.textContent = `${number(sum.checked)} of ${plural(report.total, 'seal', 'seals')} checked`;
      if (!report.intact || report.next === undefined || report.next === null) return { ...report, ...sum };
      if (stopped) return { ...report, ...sum, stopped };
      after = report.next;
    }
  };

  const conclude = (report, one) => {
    if (!report.intact) {
      show('bad', `Broken. ${report.firstBroken.says}`, report.firstBroken);
      return;
    }
    const waits = report.waiting ? ` ${plural(report.waiting, 'case was', 'cases were')} lawfully changed since and will be sealed anew.` : '';
    if (report.stopped) {
      show('warn', `Stopped after ${plural(report.checked, 'seal', 'seals')}: intact so far.${waits}`);
    } else if (one) {
      show('good', `Intact: ${one} is as it was sealed.${waits}`);
    } else {
      show('good', `Intact: ${plural(report.checked, 'seal', 'seals')} checked, ${plural(report.compared, 'case', 'cases')} compared with the database.${waits} Head ${report.head}`);
    }
  };

  form.addEventListener('submit', async event => {
    event.preventDefault();
    const head = form.elements.head.value.trim();
    const one = form.elements.case.value.trim();
    stopped = false;
    start.disabled = true;
    stop.hidden = Boolean(one);
    result.hidden = true;
    progress.hidden = Boolean(one);
    try {
      conclude(one ? await verify({ case: one }) : await checkAll(head), one);
    } catch (failed) {
      show('warn', `The check did not come to its end: ${failed.message}`);
    } finally {
      start.disabled = false;
      stop.hidden = true;
    }
  });
  stop.addEventListener('click', () => { stopped = true; });
})();
