import { grouped } from '../private/grouped';
import { AppContext } from './app-context';
import { Problem } from './problem';
import { StageDifference, stageDifferences } from './stage-differences';

/** What differs in one way between the topologies of an app that say they are stages of one system. */
export function differencesOfStages({ graphs }: AppContext, kind: StageDifference['kind']): Problem[] {
  const staged = graphs.filter(({ _stageOf }) => _stageOf !== undefined);
  const systems = [...grouped(staged, ({ _stageOf }) => _stageOf).values()].map(group => group.map(graph => ({ name: graph._path, graph })));
  const found = systems.flatMap(stages => stageDifferences(stages));
  return found.filter(difference => difference.kind === kind).map(({ subject, problem, fix }) => Problem.of(subject, problem, fix));
}
