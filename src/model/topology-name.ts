import { IConstruct } from 'constructs';
import { assertName, NameRule } from '../private/names';
import { oneLine, quote, TopologyError } from '../private/topology-error';
import { pathOf } from './topology-element';

/** The path of a topology names the files that are written of it. */
const TOPOLOGY_ID: NameRule = {
  what: 'a topology\'s id',
  pattern: /^(?!constructor$)[A-Za-z0-9][A-Za-z0-9._-]*$/,
  longest: 100,
  allowed: 'letters, digits, "-", "_" and ".", a letter or digit first, at most 100 characters',
};

/**
 * Throws BST801 if the id cannot name a file, or if the path would not be printed as it is: cdk8s begins the lines of its errors with it, and takes any
 * id of a Chart.
 */
export function assertTopologyName(scope: IConstruct, id: string): void {
  const path = pathOf(scope, assertName(TOPOLOGY_ID, id, pathOf(scope, id)));
  if (oneLine(path) === path) return;
  throw new TopologyError({
    code: 'BST801',
    path,
    problem: `${quote(path)} cannot be the path of a topology: allowed are characters that are printed on one line and steer nothing`,
    fix: 'give the Chart another id',
  });
}
