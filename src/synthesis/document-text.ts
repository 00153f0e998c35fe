import { Yaml } from 'cdk8s';
import { blockText } from './block-text';
import { isPlain } from './plain-data';

/**
 * The bytes of `Yaml.stringify(document)` of cdk8s, sooner. What is plain is written here, without the detour over a tree of nodes that the package
 * `yaml` makes; any other document is left to cdk8s.
 */
export function documentText(document: unknown): string {
  return isPlain(document) ? blockText(document) : Yaml.stringify(document);
}

/** The bytes of `Yaml.stringify(...documents)`, however many there are: arguments go onto the stack, which overflows above some 120,000. */
export function documentsText(documents: Iterable<unknown>): string {
  return Array.from(documents, documentText).join('---\n');
}
