import { Yaml } from 'cdk8s';
import { documentText } from '../../../src/synthesis/document-text';

/** The first lines in which a document's text is not what cdk8s writes; as many lines as texts if all are of one line. */
export function linesUnlikeStock(document: unknown): string[] {
  const [own, stock] = [documentText(document), Yaml.stringify(document)];
  if (own === stock) return [];
  const [ownLines, stockLines] = [own.split('\n'), stock.split('\n')];
  return stockLines.flatMap((line, i) => (line === ownLines[i] ? [] : [`${JSON.stringify(ownLines[i])} instead of ${JSON.stringify(line)}`])).slice(0, 5);
}
