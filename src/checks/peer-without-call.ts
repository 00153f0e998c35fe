import { textOf } from '../model/admission';
import { ITopologyCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { NetworkPeer } from '../model/network-peer';
import { Problem } from '../model/problem';
import { IWorkload } from '../model/workload-interface';
import { capped } from '../private/capped';
import { distinct } from '../private/distinct';
import { LabelSets } from '../private/label-sets';
import { Selecting } from '../private/selecting';

/** BST527 */
export const peerWithoutCall = ourCheck<ITopologyCheck>({
  code: 'BST527',
  title: 'peer-without-call',
  severity: Severity.ERROR,
  rationale: 'Who is let in or reached without a declared call is somebody that this program does not rule. A workload of the topology that is only let in has no way out '
    + 'to there: its own network policy turns it back. One that is only reached lets nobody in. Nobody is told an address, and no picture and no check knows of the call. '
    + 'Source: https://kubernetes.io/docs/concepts/services-networking/network-policies/#the-two-sorts-of-pod-isolation',
  fix: 'declare that the workload calls the service, and leave admits() and reaches() to those who are no workload of the topology',

  check: ({ graph: { _admissions: { all: admissions }, _reaches: { all: reaches }, workloads } }) => {
    if (![...admissions, ...reaches].some(({ peer }) => peer.podLabels !== undefined)) return [];
    const known = podsOf(workloads);
    return [
      ...admissions.flatMap(({ peer, subject }) => about(namesOf(peer, known), names => Problem.of(
        subject,
        `lets in ${textOf(peer)}, and these are pods of ${capped(names)}, which no network policy of ours lets out to where it declares no call`,
        `declare what ${names[0]} calls in place of letting it in, or ${OTHERS}`,
      ))),
      ...reaches.flatMap(({ peer, subject }) => about(namesOf(peer, known), names => Problem.of(
        subject,
        `reaches ${textOf(peer)}, and these are pods of ${capped(names)}, which no network policy of ours lets anybody in to who declares no call`,
        `declare that ${subject.name} calls a service that ${names[0]} provides in place of reaching it, or ${OTHERS}`,
      ))),
    ];
  },
});

const OTHERS = 'give podLabels that only the pods have that are meant';

function about(names: string[], say: (names: string[]) => Problem): Problem[] {
  return names.length === 0 ? [] : [say(names)];
}

/** The workloads whose pods are meant, or some of them. */
function namesOf({ namespace, podLabels }: Pick<NetworkPeer, 'namespace' | 'podLabels'>, known: KnownPods): string[] {
  if (podLabels === undefined) return [];
  return distinct([...known.carrying.holding(podLabels), ...known.selecting.ofPods(podLabels)])
    .filter(workload => workload.namespace === namespace).map(({ name }) => name);
}

interface KnownPods {
  /** By the labels that their pods carry. */
  readonly carrying: LabelSets<IWorkload>;
  /** By the labels that select their pods. */
  readonly selecting: Selecting<IWorkload>;
}

/** Those that are ruled from here: for others a declared call may be no way, such as for a Prometheus without a sidecar that is known as a service. */
function podsOf(workloads: readonly IWorkload[]): KnownPods {
  const known: KnownPods = { carrying: new LabelSets(), selecting: new Selecting() };
  for (const workload of workloads.filter(({ ruled }) => ruled)) {
    for (const { labels } of workload.versions) known.carrying.add(labels, workload);
    known.selecting.add(workload.selector, workload);
  }
  return known;
}
