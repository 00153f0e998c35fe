import { Construct } from 'constructs';
import { Dependency } from '../model/dependency';
import { Relay } from '../model/relay';
import { emit } from '../private/emit';
import { grouped } from '../private/grouped';
import { byCodePoint } from '../private/names';
import { shortened } from '../private/shortened';
import { RoutedHost } from '../traffic/routed-host';
import { callersAgree, hopPolicyOf, HopPolicy } from './traffic-policy';

/** As long as a name may be. */
const LONGEST = 253;

interface RelayRuleSpec {
  readonly host: string;
  readonly exportTo: string[];
  readonly subsets: { readonly name: string; readonly trafficPolicy: HopPolicy }[];
}

interface Connecting {
  readonly host: RoutedHost;
  readonly caller: Dependency;
}

/**
 * How callers connect to a gateway for what it relays: a subset of the gateway's Service for each host, because each asks for a name of its own. Nothing is said of the Service as a whole, so that
 * Istio may merge the rules of several services in a namespace in any order. They stand where the pods of the callers are, as a proxy asks no other namespace but that of the Service.
 * Source: https://istio.io/latest/docs/tasks/traffic-management/egress/egress-gateway/; istio, pilot/pkg/model/destination_rule.go (`mergeDestinationRule`)
 */
export function emitRelayRules(scope: Construct, { service, gateway }: Relay, hosts: readonly RoutedHost[]): void {
  const connecting = hosts.flatMap(host => host.callers.map(caller => ({ host, caller })));
  const byNamespace = grouped(connecting, ({ caller }) => caller.source.namespace);
  for (const [namespace, here] of [...byNamespace].sort(([a], [b]) => byCodePoint(a, b))) {
    emit<RelayRuleSpec>(scope, {
      apiVersion: 'networking.istio.io/v1',
      kind: 'DestinationRule',
      name: shortened(`${service.name}-through-${gateway.name}`, LONGEST),
      namespace,
      spec: { host: here[0].host.through!.host, exportTo: ['.'], subsets: [...grouped(here, ({ host }) => host.through!.subset).values()].map(subsetOf) },
    });
  }
}

/** Callers that say different things are found (BST655). */
function subsetOf(here: readonly Connecting[]): RelayRuleSpec['subsets'][number] {
  const [{ host, caller }] = here;
  return { name: host.through!.subset, trafficPolicy: hopPolicyOf(host, callersAgree(here.map(each => each.caller)) ? caller.policy : {}) };
}
