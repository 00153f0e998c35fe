import { Address } from '../model/address';
import { BackingService } from '../model/backing-service';
import { IAppCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { Problem } from '../model/problem';
import { grouped } from '../private/grouped';
import { labelsKey } from '../private/label-sets';
import { byCodePoint } from '../private/names';
import { Selecting } from '../private/selecting';

const MOST_NAMED = 3;

/** BST606 */
export const protocolsOnOnePort = ourCheck<IAppCheck>({
  code: 'BST606',
  title: 'protocols-on-one-port',
  severity: Severity.ERROR,
  rationale: 'A sidecar hears one protocol on a port of its pods: that of the oldest Service that targets it. What another Service declares there is read '
    + 'as something that it is not, and fails. Source: istio, pilot/pkg/networking/core/listener_inbound.go ("oldest Service"); istioctl analyze IST0137',
  fix: 'let the pods listen on a port of its own for each protocol, and tell it as targetPort',

  /** Whichever topology knows the pods, and whatever they are called there. */
  check({ graphs }) {
    const all = graphs.flatMap(graph => graph.services.flatMap(servedBy));
    const ports = grouped(all, ({ service: { locator }, address }) => `${locator.namespace} ${address.targetPort}`);
    return [...ports.values()].flatMap(clashesOn);
  },
});

/** A service at one port of its pods. */
interface Served {
  readonly service: BackingService;
  readonly address: Address;
  /** What the sidecar of the pods makes of it: it passes on what it cannot read, and speaks another HTTP to the program for gRPC. */
  readonly heardAs: string;
}

function servedBy(service: BackingService): Served[] {
  const { addresses, podLabels } = service.locator;
  return podLabels === undefined ? [] : addresses.map(address => ({ service, address, heardAs: address.appProtocol === 'tls' ? 'tcp' : address.appProtocol }));
}

function differ(all: readonly Served[]): boolean {
  return all.some(({ heardAs }) => heardAs !== all[0].heardAs);
}

/** One problem for the services that meet at the same pods, if this program knows that these have sidecars. */
function clashesOn(served: Served[]): Problem[] {
  const selecting = new Selecting<Served>();
  for (const each of served) selecting.add(each.service.locator.podLabels!, each);
  const problems = new Map<string, Problem>();
  const looked = new Set<string>();
  for (const labels of served.flatMap(podsBehind)) {
    const pods = labelsKey(labels);
    if (looked.has(pods)) continue;
    looked.add(pods);
    const meeting = selecting.ofPods(labels).sort((a, b) => byCodePoint(a.service.path, b.service.path));
    if (differ(meeting)) problems.set(JSON.stringify(meeting.map(({ service, heardAs }) => [service.path, heardAs])), problemOf(meeting));
  }
  return [...problems.values()];
}

function podsBehind({ service: { locator: { workload } } }: Served): Record<string, string>[] {
  return workload?.ruled ? workload.versions.map(({ labels }) => labels) : [];
}

function problemOf(meeting: readonly Served[]): Problem {
  const [first] = meeting;
  const other = meeting.find(({ heardAs }) => heardAs !== first.heardAs)!;
  const more = meeting.length > MOST_NAMED ? `, and ${meeting.length - 2} more services meet there` : '';
  return Problem.of(
    first.service,
    `its pods hear ${first.address.appProtocol} on port ${first.address.targetPort} for it, and ${other.address.appProtocol} for ${other.service.path}${more}: `
      + 'their sidecar follows the older Service and fails the other',
    'let the pods listen on a port of its own for each protocol, and tell it as targetPort',
  );
}
