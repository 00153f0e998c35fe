import { IAppCheck, ourCheck } from '../model/check';
import { EmittedObject } from '../model/emitted-object';
import { Severity } from '../model/finding';
import { Problem } from '../model/problem';
import { capped } from '../private/capped';

/** BST661 */
export const telemetryPassedOver = ourCheck<IAppCheck>({
  code: 'BST661',
  title: 'telemetry-passed-over',
  severity: Severity.ERROR,
  rationale: 'Of the Telemetry objects of a namespace that select no workload, Istio heeds the oldest and passes over the others without a word; several that select one pod are put '
    + 'together in the order in which they were created. What is reported then depends on what was applied first. Source: istioctl analyze IST0159 and IST0160, '
    + 'https://istio.io/latest/docs/reference/config/analysis/ist0159/; istio, pilot/pkg/model/telemetry.go',
  fix: 'say it with `Telemetry` in the options of the mesh, once for the scope, and remove the object that is written by hand',
  check: context => {
    const [byHand, ours] = parted(context.objectsOf('telemetry.istio.io', 'Telemetry'));
    return byHand.flatMap(object => {
      const others = ours.filter(other => meet(object, other)).map(({ path }) => path);
      return others.length === 0 ? [] : Problem.of(object, `this Telemetry is of the same proxies as ${capped(others)}`);
    });
  },
});

type Labels = Readonly<Record<string, unknown>>;

/** What of a manifest this rule looks at; it is the author's, so nothing about its shape is sure. */
interface TelemetrySpec {
  readonly selector?: { readonly matchLabels?: Labels };
  readonly targetRef?: unknown;
  readonly targetRefs?: unknown;
}

function parted(objects: readonly EmittedObject[]): [byHand: EmittedObject[], ours: EmittedObject[]] {
  return [objects.filter(({ byHand }) => byHand), objects.filter(({ byHand }) => !byHand)];
}

/** Whether both are of one namespace or mesh, or one by hand selects all pods that ours does; two of one name are one object, and another finding. */
function meet(byHand: EmittedObject, ours: EmittedObject): boolean {
  if (byHand.namespace !== ours.namespace || byHand.name === ours.name) return false;
  const [one, other] = [byHand, ours].map(selectedBy);
  if (one === undefined || other === undefined) return false;
  const wide = [one, other].map(labels => Object.keys(labels).length === 0);
  return wide[0] === wide[1] && Object.entries(one).every(([label, value]) => other[label] === value);
}

/** The labels of the pods that it is of, none for all of a namespace; undefined if it is of something else. */
function selectedBy(object: EmittedObject): Labels | undefined {
  const spec = ((object.manifest() as { spec?: TelemetrySpec } | undefined)?.spec ?? {});
  return spec.targetRef ?? spec.targetRefs ? undefined : spec.selector?.matchLabels ?? {};
}
