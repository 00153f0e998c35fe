import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

/** Pages that are looked at in both colours, on a desk and in a hand. */
const SEEN = { start: '/', reference: '/reference/', postgres: '/reference/postgres.html', workload: '/reference/workload.html', checks: '/checks.html' };

/** Every row that needs the built site. */
export async function lookAt({ rows, browser, dist, address, shots }) {
  const pages = readdirSync(dist, { recursive: true }).filter(name => name.endsWith('.html')).sort();

  await rows.add('every link leads to a page of the site, and to a place on it', () => {
    const links = pages.flatMap(page => linksOf(readFileSync(join(dist, page), 'utf8')).map(to => ({ page, to })));
    const dead = links.filter(link => !leadsSomewhere(dist, link));
    assert.deepEqual(dead, []);
    return `${links.length} links on ${pages.length} pages`;
  });

  await rows.add('every page opens without an error', async () => {
    const page = await browser.newPage();
    const errors = heard(page, address);
    const opened = pages.filter((name, at) => name !== '404.html' && (!/^(checks|decisions)\//.test(name) || at % 10 === 0));
    for (const name of opened) {
      await page.goto(`${address}/${name}`, { waitUntil: 'load' });
      assert.ok(await page.locator('h1').first().isVisible(), `${name} has no heading`);
    }
    await page.close();
    assert.deepEqual(errors, []);
    return `${opened.length} of ${pages.length}; of checks and decisions one in ten`;
  });

  await rows.add('a search finds a provider, and leads to it', async () => {
    const page = await browser.newPage();
    await page.goto(address, { waitUntil: 'networkidle' });
    await page.locator('#local-search button').first().click();
    await page.locator('.VPLocalSearchBox input').fill('cloudNativePg');
    await page.locator('.VPLocalSearchBox .result').first().waitFor();
    if (shots) await page.screenshot({ path: join(shots, 'search.png') });
    const titles = await page.locator('.VPLocalSearchBox .result').allInnerTexts();
    await page.locator('.VPLocalSearchBox .result').first().click();
    await page.waitForURL(/postgres/);
    await page.close();
    return `${titles.length} results, the first "${titles[0].replace(/\s+/g, ' ')}"`;
  });

  for (const colour of ['light', 'dark']) {
    await rows.add(`text can be read in ${colour}`, async () => {
      const page = await browser.newPage({ colorScheme: colour, viewport: { width: 1280, height: 900 } });
      let least = { contrast: Infinity };
      for (const [name, path] of Object.entries(SEEN)) {
        await page.goto(address + path, { waitUntil: 'networkidle' });
        assert.equal(await page.evaluate(() => document.documentElement.classList.contains('dark')), colour === 'dark');
        if (shots) await page.screenshot({ path: join(shots, `${name}-${colour}.png`) });
        const contrasts = await page.evaluate(contrastsOfText);
        least = [least, ...contrasts].reduce((one, other) => other.contrast < one.contrast ? other : one);
      }
      await page.close();
      assert.ok(least.contrast >= 4.5, `the least contrast is ${least.contrast.toFixed(2)}, less than 4.5: ${least.text}`);
      return `contrast of at least ${least.contrast.toFixed(1)} on ${Object.keys(SEEN).length} pages`;
    });
  }

  await rows.add('the switch turns a page dark, and its diagram with it', async () => {
    const page = await browser.newPage({ colorScheme: 'light', viewport: { width: 1280, height: 900 } });
    await page.goto(address, { waitUntil: 'networkidle' });
    const diagram = page.locator('div.diagram svg').first();
    await diagram.waitFor();
    const background = () => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--vp-c-bg').trim());
    const [before, drawn] = [await background(), await diagram.innerHTML()];
    await page.locator('.VPNavBarAppearance button').first().click();
    await page.waitForFunction(old => document.querySelector('div.diagram')?.innerHTML.includes(old) === false, drawn.slice(0, 2000));
    const after = await background();
    await diagram.scrollIntoViewIfNeeded();
    if (shots) await page.screenshot({ path: join(shots, 'diagram-dark.png') });
    await page.close();
    assert.notEqual(before, after);
    return `${before} to ${after}`;
  });

  await rows.add('on a telephone nothing is wider than the screen, and the menu opens', async () => {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    for (const [name, path] of Object.entries(SEEN)) {
      await page.goto(address + path, { waitUntil: 'networkidle' });
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      const wide = await page.evaluate(() => [...document.querySelectorAll('.vp-doc > div > *')].filter(each => each.scrollWidth > 390).map(each => each.outerHTML.slice(0, 80)));
      if (shots) await page.screenshot({ path: join(shots, `${name}-telephone.png`) });
      assert.ok(width <= 390, `${path} is ${width} wide: ${wide.join(', ')}`);
    }
    await page.locator('.VPLocalNav .menu').click();
    assert.ok(await page.locator('.VPSidebar').isVisible());
    await page.close();
    return '390 wide';
  });
}

/** What a page's links lead to, but for those to other hosts. */
function linksOf(html) {
  return [...html.matchAll(/<a [^>]*?href="([^"]+)"/g)].map(([, to]) => to.replaceAll('&amp;', '&')).filter(to => !/^[a-z]+:/.test(to));
}

function leadsSomewhere(dist, { page, to }) {
  const [path, place] = to.split('#');
  const target = path === '' ? page : path.startsWith('/') ? path.slice(1) : posix.join(dirname(page), path);
  const file = [target, posix.join(target, 'index.html')].map(name => join(dist, name)).find(name => existsSync(name) && name.endsWith('.html'));
  return file !== undefined && (place === undefined || place === '' || idsIn(file).has(decodeURIComponent(place)));
}

const IDS = new Map();

function idsIn(file) {
  if (!IDS.has(file)) IDS.set(file, new Set([...readFileSync(file, 'utf8').matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)));
  return IDS.get(file);
}

/** What goes wrong on a page, from now on. */
function heard(page, address) {
  const errors = [];
  page.on('pageerror', error => errors.push(`${page.url()}: ${error.message}`));
  page.on('console', message => { if (message.type() === 'error') errors.push(`${page.url()}: ${message.text()}`); });
  // What is asked for ahead of a click is given up when the page is left.
  page.on('requestfailed', request => { if (request.failure()?.errorText !== 'net::ERR_ABORTED') errors.push(`${request.url()} failed`); });
  page.on('request', request => { if (!request.url().startsWith(address) && !request.url().startsWith('data:')) errors.push(`${request.url()} is of another host`); });
  return errors;
}

/** Contrast of text with what is behind it, as WCAG 2 reckons it; runs in the browser. */
function contrastsOfText() {
  const numbers = colour => {
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const over = ([r, g, b, a], below) => [r, g, b].map((part, at) => (part * a + below[at] * (255 - a)) / 255);
  const opaque = colour => over(numbers(colour), [255, 255, 255]);
  const behind = element => {
    const colour = getComputedStyle(element).backgroundColor;
    const [r, g, b, a] = numbers(colour === 'rgba(0, 0, 0, 0)' ? 'transparent' : colour);
    if (a === 255) return [r, g, b];
    const below = element.parentElement ? behind(element.parentElement) : opaque(getComputedStyle(document.documentElement).getPropertyValue('--vp-c-bg') || 'white');
    return a === 0 ? below : over([r / a * 255, g / a * 255, b / a * 255, a].map(part => Math.min(255, part)), below);
  };
  const light = rgb => rgb.map(part => part / 255).map(part => part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
  return [...document.querySelectorAll('.vp-doc p, .vp-doc td, .vp-doc li, .vp-doc th, .vp-doc h1, .vp-doc h2, .vp-doc p > code, .vp-doc td > code')].slice(0, 400).map(element => {
    const below = behind(element);
    const [one, other] = [light(over(numbers(getComputedStyle(element).color), below)), light(below)];
    return { contrast: (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05), text: `${element.tagName} ${element.textContent.slice(0, 60)}` };
  });
}
