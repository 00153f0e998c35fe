import { prose, table } from './markdown';
import { Members } from './members';
import { GENERATED, inShort, providerOf } from './page';
import { Page, Site } from './site';
import { TOPICS } from './topics';

/** The page from which every other is found. */
export function renderIndex(site: Site): string {
  const of = (sort: Page['sort']) => site.pages.filter(page => page.sort === sort);
  return [
    GENERATED, '', '# Reference', '',
    'Made of the code. Each page has a program that a test runs, each option its default, each call what it refuses. [Every code](../checks.md) has a page too.', '',
    '## Kinds of backing service', '',
    ...table(['Kind', 'What it is', 'Provided by'], of('kind').map(page => [linkTo(page), inShort(page.subject!), providers(site, page)])),
    '## Workloads, policies and what belongs to them', '',
    ...table(['Page', 'What is there', 'Classes'], of('topic').map(page => [linkTo(page), aboutOf(page), classesOf(page)])),
    '## Outputs', '',
    ...table(['Output', 'What it makes'], of('output').map(page => [linkTo(page), inShort(page.subject!)])),
  ].join('\n');
}

function linkTo({ name, title }: Page): string {
  return `[${title}](${name}.md)`;
}

function providers(site: Site, page: Page): string {
  const provider = providerOf(site, page.subject!);
  const factories = provider ? new Members(site, page).factories(provider) : [];
  return factories.map(({ name }) => `[${name}](${page.name}.md#${provider!.name.toLowerCase()}-${name!.toLowerCase()})`).join(', ');
}

function aboutOf({ name }: Page): string {
  return TOPICS.find(topic => topic.name === name)!.about;
}

/** The classes of a page, but for those that a page has many of. */
function classesOf({ types }: Page): string {
  const classes = types.filter(({ kind, datatype }) => kind !== 'interface' || !datatype).map(({ name }) => name);
  return prose(classes.map(name => `\`${name}\``).join(', '));
}
