/* Charts drawn from the tables of the page, and sliders that ask the server what their assumptions come to. */
(() => {
  'use strict';

  const PAUSE_MILLIS = 150;
  const COLOURS = { confirmed: '#0f5c6e', proposed: '#8fb8c2', regained: '#1f6f54', 'not-regained': '#a3231c', running: '#0f5c6e', 'let-go': '#6b7b84',
    'held-out': '#7b5ea7', 'left-alone': '#c98a1b', undecided: '#c9d2d6', benefit: '#1f6f54', cost: '#c98a1b', share: '#8fb8c2', winning: '#c98a1b',
    keeping: '#0f5c6e', again: '#0f5c6e' };

  const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
  const tenths = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
  const tenth = new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const FORMATS = {
    whole: number => whole.format(number),
    tenths: number => tenth.format(number),
    money: number => whole.format(number),
    percent: number => whole.format(number * 100) + ' %',
    times: number => tenths.format(number) + ' ×',
  };
  const says = (number, format) => (FORMATS[format] || FORMATS.whole)(number);

  // ------------------------------------------------------------ charts

  /** Lines of about so many letters: long names stand beside bars. */
  const folded = words => {
    const lines = [''];
    words.split(' ').forEach(word => {
      const line = lines[lines.length - 1];
      if (line && (line + ' ' + word).length > 16) lines.push(word);
      else lines[lines.length - 1] = line ? line + ' ' + word : word;
    });
    return lines;
  };

  const read = (table, names) => {
    const heads = Array.from(table.tHead.rows[0].cells);
    const rows = Array.from(table.tBodies[0].rows);
    return {
      labels: rows.map(row => folded(row.cells[0].textContent.trim())),
      datasets: names.map(name => {
        const at = heads.findIndex(head => head.dataset.series === name);
        const cells = rows.map(row => row.cells[at]);
        return {
          label: heads[at].textContent.trim().replaceAll('\u00ad', ''),
          data: cells.map(cell => Number(cell.dataset.value)),
          spans: cells.map(cell => cell.dataset.low === undefined ? null : [Number(cell.dataset.low), Number(cell.dataset.high)]),
          backgroundColor: COLOURS[name],
          maxBarThickness: 34,
        };
      }),
    };
  };

  /** The interval of a bar, as a line with two ends. */
  const whiskers = {
    id: 'whiskers',
    afterDatasetsDraw(chart) {
      const { ctx, scales: { x } } = chart;
      chart.data.datasets.forEach((dataset, index) => chart.getDatasetMeta(index).data.forEach((bar, at) => {
        const span = dataset.spans[at];
        if (!span) return;
        const [low, high] = span.map(share => x.getPixelForValue(share));
        ctx.save();
        ctx.strokeStyle = '#1d2b33';
        ctx.lineWidth = 2;
        ctx.beginPath();
        ctx.moveTo(low, bar.y);
        ctx.lineTo(high, bar.y);
        [low, high].forEach(end => { ctx.moveTo(end, bar.y - 7); ctx.lineTo(end, bar.y + 7); });
        ctx.stroke();
        ctx.restore();
      }));
    },
  };

  const options = (figure, data) => {
    const { stacked, upright, format, whiskers: spans } = figure.dataset;
    const highest = spans ? Math.min(1, 1.1 * Math.max(...data.datasets.flatMap(one => one.spans.map(span => span ? span[1] : 0)))) : undefined;
    const numbers = {
      stacked: Boolean(stacked), beginAtZero: true, suggestedMax: highest,
      ticks: { callback: value => says(value, format), precision: format === 'percent' ? undefined : 0 },
      grid: { color: '#e4eaed' },
    };
    const kinds = { stacked: Boolean(stacked), grid: { display: false }, ticks: { autoSkip: false } };
    return {
      indexAxis: upright ? 'x' : 'y',
      animation: false, responsive: true, maintainAspectRatio: false,
      scales: upright ? { x: kinds, y: numbers } : { x: numbers, y: kinds },
      plugins: {
        legend: { display: data.datasets.length > 1, position: 'bottom', labels: { boxWidth: 14, boxHeight: 14 } },
        tooltip: { callbacks: {
          title: items => items[0].chart.data.labels[items[0].dataIndex].join(' '),
          label: item => item.dataset.label + ': ' + says(item.raw, format),
        } },
      },
    };
  };

  const draw = figure => {
    const data = read(document.getElementById(figure.dataset.table), figure.dataset.series.split(' '));
    const canvas = figure.querySelector('canvas');
    const drawn = window.Chart.getChart(canvas);
    if (drawn) {
      drawn.data = data;
      drawn.update();
      return;
    }
    if (!figure.dataset.upright) figure.classList.add(data.labels.length > 4 ? 'many' : 'few');
    new window.Chart(canvas, { type: 'bar', data, options: options(figure, data), plugins: figure.dataset.whiskers ? [whiskers] : [] });
  };

  const drawAll = () => {
    if (!window.Chart) return;
    window.Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
    window.Chart.defaults.color = '#1d2b33';
    document.querySelectorAll('figure.chart').forEach(draw);
    window.addEventListener('beforeprint', () => Object.values(window.Chart.instances).forEach(chart => chart.resize()));
    window.addEventListener('afterprint', () => Object.values(window.Chart.instances).forEach(chart => chart.resize()));
  };

  // ------------------------------------------------------------ sliders

  const spoken = slider => {
    const words = says(Number(slider.value), slider.dataset.format);
    slider.closest('.slider').querySelector('output').value = words;
    slider.setAttribute('aria-valuetext', words);
  };

  /** The rows of a table anew, as its head says. */
  const fill = (table, rows) => {
    const heads = Array.from(table.tHead.rows[0].cells);
    table.tBodies[0].replaceChildren(...rows.map(row => {
      const line = document.createElement('tr');
      heads.forEach((head, at) => {
        const value = row[head.dataset.key];
        const cell = document.createElement(at === 0 ? 'th' : 'td');
        if (at === 0) cell.scope = 'row';
        else cell.className = 'number';
        if (typeof value === 'number') cell.dataset.value = value;
        cell.textContent = typeof value === 'number' ? says(value, head.dataset.format) : value;
        line.append(cell);
      });
      return line;
    }));
  };

  const show = (section, answer) => {
    section.querySelectorAll('[data-answer]').forEach(place => { place.textContent = says(answer[place.dataset.answer], place.dataset.format); });
    section.querySelectorAll('table[data-rows]').forEach(table => fill(table, answer[table.dataset.rows]));
    if (window.Chart) section.querySelectorAll('figure.chart').forEach(draw);
  };

  const watch = form => {
    const section = form.closest('section');
    const problem = form.querySelector('[data-problem]');
    const sliders = Array.from(form.querySelectorAll('input[type=range]'));
    let waiting;
    let asking;

    const complain = words => {
      problem.textContent = words;
      problem.hidden = !words;
    };
    const label = field => {
      const slider = sliders.find(one => one.name === field);
      return slider ? slider.labels[0].firstElementChild.textContent : field;
    };
    const ask = async () => {
      if (asking) asking.abort();
      asking = new AbortController();
      const { signal } = asking;
      try {
        const answer = await fetch(form.action + '?' + new URLSearchParams(new FormData(form)),
          { credentials: 'same-origin', headers: { Accept: 'application/json' }, signal });
        const body = await answer.json();
        if (!answer.ok) {
          complain(body.field ? label(body.field) + ': ' + body.reason + '.' : 'The server does not answer; the numbers are the last ones.');
          return;
        }
        complain('');
        show(section, body);
      } catch (failed) {
        if (failed.name !== 'AbortError') complain('The server does not answer; the numbers are the last ones.');
      }
    };
    const later = () => {
      sliders.forEach(spoken);
      clearTimeout(waiting);
      waiting = setTimeout(ask, PAUSE_MILLIS);
    };

    // a browser may have kept what was set before the page was loaded again
    form.reset();
    sliders.forEach(spoken);
    form.addEventListener('input', later);
    form.addEventListener('submit', event => { event.preventDefault(); later(); });
    // the fields have their old values after this event only
    form.addEventListener('reset', () => setTimeout(later));
  };

  document.addEventListener('DOMContentLoaded', () => {
    drawAll();
    document.querySelectorAll('form.sliders').forEach(watch);
  });
})();
