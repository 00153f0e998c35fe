import { Construct } from 'constructs';
import { Dependency } from '../model/dependency';
import { Relay } from '../model/relay';
import { emit } from '../private/emit';
import { grouped } from '../private/grouped';
import { byCodePoint } from '../private/names';
import { shortened } from '../private/shortened';
import { RoutedHost } from '../traffic/routed-host';
import { IstioTarget } from './istio-target';
import { knownPolicy } from './known-policy';
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
 * How callers connect to a gateway for what it relays: a subset of the gateway's Service for each host, because each asks for a name of its own, in a rule that is named for it, because many may
 * relay from one namespace. Nothing is said of the Service as a whole, so that Istio may merge the rules of a namespace in any order. They stand where the pods of the callers are, as a proxy asks
 * no other namespace but that of the Service.
 * Source: https://istio.io/latest/docs/tasks/traffic-management/egress/egress-gateway/; istio, pilot/pkg/model/destination_rule.go (`mergeDestinationRule`)
 */
export function emitRelayRules(scope: Construct, { gateway }: Relay, hosts: readonly RoutedHost[], target: IstioTarget): void {
  const connecting = hosts.flatMap(host => host.callers.map(caller => ({ host, caller })));
  const apart = grouped(connecting, ({ host: { through }, caller }) => JSON.stringify([caller.source.namespace, through!.subset]));
  for (const [, here] of [...apart].sort(([a], [b]) => byCodePoint(a, b))) {
    const [{ host: { through }, caller: { source: { namespace } } }] = here;
    emit<RelayRuleSpec>(scope, {
      apiVersion: 'networking.istio.io/v1',
      kind: 'DestinationRule',
      name: shortened(`${gateway.name}.${through!.subset}`, LONGEST),
      namespace,
      spec: { host: through!.host, exportTo: ['.'], subsets: [subsetOf(here, target)] },
    });
  }
}

/** Callers that say different things are found (BST655). */
function subsetOf(here: readonly Connecting[], target: IstioTarget): RelayRuleSpec['subsets'][number] {
  const [{ host, caller }] = here;
  const policy = hopPolicyOf(host, callersAgree(here.map(each => each.caller)) ? caller.policy : {});
  return { name: host.through!.subset, trafficPolicy: knownPolicy(policy, target)! };
}
