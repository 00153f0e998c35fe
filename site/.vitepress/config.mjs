import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitepress';
import { PAGES, REPOSITORY, titleOf } from '../stage.mjs';

const page = file => ({ text: titleOf(join(PAGES, file)), link: `/${file.replace(/index\.md$/, '').replace(/\.md$/, '')}` });
const below = folder => readdirSync(join(PAGES, folder)).filter(name => name.endsWith('.md') && name !== 'index.md').sort().map(name => page(`${folder}/${name}`));

/** The groups of the reference are those of its index: a heading, and the pages that the table below it links to. */
function reference() {
  const [, ...sections] = readFileSync(join(PAGES, 'reference/index.md'), 'utf8').split(/^## /m);
  return sections.map(section => ({
    text: section.slice(0, section.indexOf('\n')), collapsed: false,
    items: [...section.matchAll(/^\| \[([^\]]+)\]\(([\w-]+)\.md\)/gm)].map(([, text, name]) => ({ text, link: `/reference/${name}` })),
  }));
}

const more = ['languages.md', 'istio.md', 'conformance.md', 'performance.md', 'decisions/index.md'].filter(file => existsSync(join(PAGES, file)));

export default defineConfig({
  title: 'cdk8s-backing-services',
  description: 'Declare once which workloads use which backing services, and how.',
  base: process.env.SITE_BASE ?? '/',
  head: [['link', { rel: 'icon', href: 'data:,' }]],
  srcDir: '.pages',
  outDir: 'dist',
  cleanUrls: false,
  markdown: { config: markdown => [drawDiagrams, showBraces].forEach(change => change(markdown)) },
  themeConfig: {
    search: { provider: 'local' },
    outline: [2, 3],
    nav: [
      { text: 'Guides', link: '/guides/' }, { text: 'Reference', link: '/reference/' }, { text: 'Checks', link: '/checks' }, { text: 'Languages', link: '/languages' },
    ],
    sidebar: {
      '/checks': [{ text: 'Checks', link: '/checks', items: below('checks') }],
      '/decisions/': [{ text: 'Decisions', link: '/decisions/', items: below('decisions') }],
      '/': [
        { text: 'Start', items: [{ text: 'What it is', link: '/' }] },
        { text: 'Guides', link: '/guides/', items: below('guides') },
        { text: 'Reference', link: '/reference/', items: reference() },
        { text: 'More', items: [{ text: 'Checks', link: '/checks' }, ...more.map(page)] },
      ],
    },
    socialLinks: [{ icon: 'github', link: REPOSITORY }],
  },
});

/** A fenced block of Mermaid is a drawing; the browser draws it. */
function drawDiagrams(markdown) {
  const fence = markdown.renderer.rules.fence;
  markdown.renderer.rules.fence = (tokens, at, ...rest) => tokens[at].info.trim() === 'mermaid'
    ? `<Diagram text="${encodeURIComponent(tokens[at].content)}" />\n` : fence(tokens, at, ...rest);
}

/** The pages are Markdown that others read too: two braces are two braces, and begin no template. */
function showBraces({ renderer: { rules } }) {
  for (const rule of ['text', 'code_inline']) {
    const plain = rules[rule];
    rules[rule] = (...args) => plain(...args).replaceAll('{{', '&#123;&#123;');
  }
}
