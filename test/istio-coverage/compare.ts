import { Chart } from 'cdk8s';
import { App } from '../../src';
import { CoverageRow } from './coverage-row';
import { Meaning } from './meaning/meaning';
import { PlainObject, readAll } from './meaning/read';
import { spelledOut } from './meaning/spelled-out';
import { textOf } from './meaning/text';
import { Sample } from './sample';

/** What of a published manifest our objects do not say, and what of its kinds they say besides. */
export interface Comparison {
  readonly missing: string[];
  readonly besides: string[];
}

/** Runs the program of a row and compares what comes out, by meaning. Kinds that the manifest does not hold are not compared. */
export function comparisonOf({ declare, mesh, ambient, expects, besides = [], verdict }: CoverageRow): Comparison {
  const chart = new Chart(new App(), 'sample', { namespace: 'default' });
  const sample = new Sample(chart);
  declare(sample);
  if (ambient) sample.emitAmbient(ambient());
  else sample.emit(mesh?.(sample) ?? {});
  const differences = verdict.is === 'same' ? [] : verdict.differences;
  const alike = (meanings: Meaning[]) => differences.reduce((left, difference) => difference.alike(left), meanings);
  const published = alike(expects.map(spelledOut));
  const kinds = new Set(published.map(({ kind }) => kind));
  const ours = textsOf(alike(readAll(chart.toJson() as PlainObject[]).map(spelledOut)).filter(({ kind }) => kinds.has(kind)));
  const known = textsOf([...published, ...alike(besides.map(spelledOut))]);
  return { missing: textsOf(published).filter(text => !ours.includes(text)), besides: ours.filter(text => !known.includes(text)) };
}

function textsOf(meanings: readonly Meaning[]): string[] {
  return meanings.map(textOf).sort();
}
