import { Duration } from 'cdk8s';
import { ITopologyCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { Problem } from '../model/problem';
import { IWorkload } from '../model/workload-interface';
import { WorkloadResource } from '../pods/workload-resource';
import { capped } from '../private/capped';
import { durationText } from '../private/duration-text';
import { isKept, isReloaded } from './reloader';

/** A workload that is told credentials in variables that somebody may change in their store. @internal */
export interface Rotating {
  readonly workload: IWorkload;
  readonly pods: readonly WorkloadResource[];
  /** Names of the services that it enters so. */
  readonly services: readonly string[];
  /** Names of the Secrets. */
  readonly secrets: readonly string[];
  /** Words for the supplier. */
  readonly supplier: string;
  readonly refreshInterval: Duration;
}

/** BST540 */
export function rotationUnnoticed(rotating: readonly Rotating[]): ITopologyCheck {
  return ourCheck<ITopologyCheck>({
    code: 'BST540',
    title: 'rotation-unnoticed',
    severity: Severity.WARNING,
    rationale: 'A container reads its variables when it starts. A supplier that is told how often to look for new credentials changes the Secret and not what running containers were told, so that they go on with the old '
      + 'credential until the server refuses it. `rotation` in topology.json tells it of each binding. Files change in running containers. Source: https://kubernetes.io/docs/concepts/configuration/secret/#using-secrets-as-environment-variables',
    fix: 'set restartOnRotation where Reloader runs in the cluster, or deliver the bindings as files to clients that read them again',
    check: () => rotating.flatMap(each => each.pods.some(pods => isKept(pods) && !isReloaded(pods, each.secrets)) ? [unnoticed(each)] : []),
  });
}

function unnoticed({ workload, services, supplier, refreshInterval }: Rotating): Problem {
  return Problem.of(workload, `reads credentials of ${capped(services)} in variables when its containers start, ${supplier} looks for new ones every ${durationText(refreshInterval)}, and nothing restarts its pods`);
}
