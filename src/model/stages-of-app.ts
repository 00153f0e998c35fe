import { grouped } from '../private/grouped';
import { AppContext } from './app-context';
import { Problem } from './problem';
import { StageDifference, stageDifferences } from './stage-differences';

/** What differs in one way between the topologies of an app that say they are stages of one system. */
export function differencesOfStages({ graphs }: AppContext, kind: StageDifference['kind']): Problem[] {
  const staged = graphs.filter(({ _stageOf }) => _stageOf !== undefined);
  const found = [...grouped(staged, ({ _stageOf }) => _stageOf).values()].flatMap(group => stageDifferences(group.map(graph => ({ name: graph._path, graph }))));
  return found.filter(difference => difference.kind === kind).map(({ subject, problem, fix }) => Problem.of(subject, problem, fix));
}
