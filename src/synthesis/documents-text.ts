import { Yaml } from 'cdk8s';

export function documentsText(documents: Iterable<unknown>): string {
  return Array.from(documents, document => Yaml.stringify(document)).join('---\n');
}
