// Draws BPMN diagrams as PNG files 1600 pixels wide: node draw.cjs <processes> <pictures> <name>...
const fs = require('node:fs');
const path = require('node:path');
const { chromium } = require('playwright-core');

const WIDTH = 1600;
const MARGIN = 20;
const script = require.resolve('bpmn-js/dist/bpmn-navigated-viewer.production.min.js');
const folder = path.dirname(path.dirname(script));

async function draw(page, xml) {
  await page.setContent('<body style="margin:0;background:#fff"><div id="canvas"></div>');
  await page.addStyleTag({ path: path.join(folder, 'dist/assets/bpmn-js.css') });
  await page.addScriptTag({ path: script });
  return page.evaluate(
    async ({ xml, width, margin }) => {
      const viewer = new window.BpmnJS({ container: '#canvas' });
      const { warnings } = await viewer.importXML(xml);
      const { svg } = await viewer.saveSVG();
      viewer.destroy();
      document.body.innerHTML = svg;
      const drawing = document.querySelector('body > svg');
      const box = drawing.viewBox.baseVal;
      // nothing is blown up: a small diagram stays small, in the middle of its picture
      const wide = Math.max(box.width + 2 * margin, width);
      const view = [box.x - (wide - box.width) / 2, box.y - margin, wide, box.height + 2 * margin];
      drawing.setAttribute('viewBox', view.join(' '));
      drawing.setAttribute('width', width);
      drawing.setAttribute('height', Math.ceil((view[3] * width) / wide));
      drawing.style.display = 'block';
      return warnings.map(warning => warning.message);
    },
    { xml, width: WIDTH, margin: MARGIN },
  );
}

async function main([processes, pictures, ...names]) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: WIDTH, height: 900 } });
    for (const name of names) {
      const warnings = await draw(page, fs.readFileSync(path.join(processes, name, `${name}.bpmn`), 'utf8'));
      if (warnings.length > 0) {
        throw new Error(`${name}: ${warnings.join('; ')}`);
      }
      await page.locator('body > svg').screenshot({ path: path.join(pictures, `${name}.png`) });
      console.log(`${name}.png`);
    }
  } finally {
    await browser.close();
  }
}

main(process.argv.slice(2)).catch(error => {
  console.error(error.message);
  process.exit(1);
});
