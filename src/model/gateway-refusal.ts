import { TopologyError } from '../private/topology-error';

/** BST049 */
export function refused(path: string, problem: string, fix: string): TopologyError {
  return new TopologyError({ code: 'BST049', path, problem, fix });
}
