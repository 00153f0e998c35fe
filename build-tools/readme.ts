import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cut } from './cuts';
import { filesBelow, ROOT } from './files';

/** Pages that another generator writes whole. */
const GENERATED = /^docs\/(checks\.md|istio\.md|checks\/|reference\/|guides\/README\.md)/;

const BLOCK = /(<!-- cut: (\S+) -->\n+(`{3,})[^`\n]*\n)([\s\S]*?)(^\3$)/gm;

/** The Markdown files that may hold cuts, as paths below the root. */
export function pages(): string[] {
  return [
    'README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md',
    ...filesBelow(join(ROOT, 'docs'), '.md').map(file => `docs/${file}`),
    ...filesBelow(join(ROOT, 'examples'), 'README.md').map(file => `examples/${file}`),
  ].filter(file => !GENERATED.test(file) && existsSync(join(ROOT, file)));
}

/**
 * The text with a fresh cut in every fenced block that follows a `<!-- cut: … -->`.
 *
 * @param file for messages
 */
export function withCuts(file: string, text: string, cutOut: (reference: string) => string = cut): string {
  const marks = text.match(/<!-- cut: /g)?.length ?? 0;
  const blocks = [...text.matchAll(BLOCK)].length;
  if (marks !== blocks) throw new Error(`${file}: ${marks} cuts are marked, but ${blocks} fenced blocks follow one`);
  return text.replace(BLOCK, (_, opening: string, reference: string, __, ___, closing: string) => `${opening}${attempt(file, reference, cutOut)}\n${closing}`);
}

function attempt(file: string, reference: string, cutOut: (reference: string) => string): string {
  try {
    return cutOut(reference).trimEnd();
  } catch (error) {
    throw new Error(`${file}: cannot cut ${reference}: ${(error as Error).message}`, { cause: error });
  }
}

if (require.main === module) {
  for (const page of pages()) {
    const text = readFileSync(join(ROOT, page), 'utf8');
    const fresh = withCuts(page, text);
    if (fresh !== text) writeFileSync(join(ROOT, page), fresh);
  }
}
