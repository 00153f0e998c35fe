import { AppContext } from '../model/app-context';
import { IAppCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { Problem } from '../model/problem';
import { StageDifference, stageDifferences } from '../model/stage-differences';
import { TopologyGraph } from '../model/topology-graph';
import { grouped } from '../private/grouped';

/** BST750 */
export const stageNeedsCode = ourCheck<IAppCheck>({
  code: 'BST750',
  title: 'stage-needs-code',
  severity: Severity.ERROR,
  rationale: 'A backing service is attached: whichever provides it, code reads the same names and speaks the same protocol, so that what was tested in one stage is what runs in the next. '
    + 'Topologies that say one `stageOf` are compared with the first of them. Source: https://12factor.net/backing-services, https://12factor.net/dev-prod-parity',
  fix: 'declare the same in all stages, and let the provider alone differ',
  check: context => differences(context, 'code'),
});

/** BST751 */
export const stageOfOtherTls = ourCheck<IAppCheck>({
  code: 'BST751',
  title: 'stage-of-other-tls',
  severity: Severity.WARNING,
  rationale: 'Clients take TLS from what they are told, so that no code has to change. But a client that meets a certificate for the first time in production may trust no authority by itself, or not '
    + 'verify the name, and nothing has tried it before. Source: https://12factor.net/dev-prod-parity',
  fix: 'serve TLS in all stages, or acknowledge that it differs',
  check: context => differences(context, 'tls'),
});

function differences({ graphs }: AppContext, kind: StageDifference['kind']): Problem[] {
  const staged = graphs.filter(({ _stageOf }) => _stageOf !== undefined);
  const found = [...grouped(staged, ({ _stageOf }) => _stageOf).values()].flatMap(group => stageDifferences(group.map(stageOf)));
  return found.filter(difference => difference.kind === kind).map(({ subject, problem, fix }) => Problem.of(subject, problem, fix));
}

function stageOf(graph: TopologyGraph) {
  return { name: graph._path, graph };
}
