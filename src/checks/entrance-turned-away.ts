import { bringsAddresses } from '../model/admission';
import { IAppCheck, ourCheck } from '../model/check';
import { EnteredService, enteredServices } from '../model/entered-services';
import { Severity } from '../model/finding';
import { Problem } from '../model/problem';
import { ServiceThere, servicesThere } from '../model/services-there';
import { TopologyGraph } from '../model/topology-graph';
import { targetNumber, UnnamedService, unnamedServices } from '../model/unnamed-services';
import { IWorkload } from '../model/workload-interface';
import { WorkloadStanding } from '../model/workload-standing';
import { capped } from '../private/capped';
import { distinct } from '../private/distinct';
import { quote } from '../private/topology-error';

/** BST538 */
export const entranceTurnedAway = ourCheck<IAppCheck>({
  code: 'BST538',
  title: 'entrance-turned-away',
  severity: Severity.ERROR,
  rationale: 'Policies let in those alone who are declared as callers. An Ingress, a route or a VirtualService of a gateway sends what comes from outside through '
    + 'pods of the gateway, and a load balancer, or a port of the nodes, sends it straight on: who is not declared is turned away there, as soon as policies are '
    + 'applied. Source: https://kubernetes.io/docs/concepts/services-networking/network-policies/',
  fix: 'declare the Gateway that everything from outside comes through as a caller, or let its pods or the addresses in, by admits()',

  check: context => [
    ...servicesThere(context).flatMap(exposed),
    ...unnamedServices(context).flatMap(unnamed),
    ...enteredServices(context).flatMap(entered => isLetIn(entered) ? [] : [problemOf(entered)]),
  ],
});

const OUTWARD = ['LoadBalancer', 'NodePort'];
const UNTIL_THEN = 'the standing MIGRATING until then';

/** BST528 is this of a Service that is made here. */
function exposed({ service, workload, graph, name, made: { type }, addresses }: ServiceThere): Problem[] {
  if (!workload.guarded || !OUTWARD.includes(type)) return [];
  const dialled = addresses.filter(address => service.locator.dialled.includes(address));
  const ports = closedOf(dialled.map(({ targetPort }) => targetPort), workload, graph);
  return ports.length === 0 ? [] : [Problem.of(
    service,
    `the Service ${quote(name)} is a ${type}, which lets in who is outside, and policies guard ${workload.name}, which turn away whoever is no declared caller`,
    `let in the addresses that they come from, by ${workload.name}.admits() of AdmittedPeer.addresses() with port ${ports.join(' and ')}; or declare the Gateway that `
      + `lets them in as a caller of ${service.name} and make the Service a ClusterIP, or give ${workload.name} ${UNTIL_THEN}`,
  )];
}

/** Nobody is a caller of a Service that no backing service is at. */
function unnamed({ object, made: { type, ports: made }, workload, graph }: UnnamedService): Problem[] {
  if (!OUTWARD.includes(type)) return [];
  const ports = closedOf(made.flatMap(port => targetNumber(port, workload) ?? []), workload, graph);
  return ports.length === 0 ? [] : [Problem.of(
    object,
    `this Service is a ${type}, which lets in who is outside, and selects the pods of ${workload.name}, which policies guard: they turn away whoever is no declared caller`,
    `let in the addresses that they come from, by ${workload.name}.admits() of AdmittedPeer.addresses() with port ${ports.join(' and ')}; or take the Service out, `
      + `or give ${workload.name} ${UNTIL_THEN}`,
  )];
}

/** Those of the ports of the pods at which no addresses are let in. */
function closedOf(ports: readonly number[], workload: IWorkload, graph: TopologyGraph): number[] {
  const admitting = new Set(graph.admittedPeersOf(workload).filter(bringsAddresses).map(({ port }) => port));
  return distinct(ports).filter(port => !admitting.has(port)).sort((a, b) => a - b);
}

/** A gateway may be somebody else's pods too, which are known as a caller. */
const MAY_BE_GATEWAYS: readonly WorkloadStanding[] = [WorkloadStanding.GATEWAY, WorkloadStanding.FOREIGN];

function isLetIn({ service, workload, graph, address }: EnteredService): boolean {
  return graph.admittedPeersOf(workload).some(({ port }) => port === address.targetPort)
    || graph.dependenciesOn(service).some(({ source }) => MAY_BE_GATEWAYS.includes(source.standing));
}

function problemOf({ service, workload, address: { port, targetPort }, entrances }: EnteredService): Problem {
  const who = capped(entrances.map(({ kind, name, path }) => `${kind} ${quote(name)} (${path})`));
  return Problem.of(
    service,
    `what comes from outside is led to its port ${port} by ${who}, and policies guard ${workload.name}, which turn it away: no gateway is a declared caller, and nobody else is let in`,
    `declare the Gateway that it comes through as a caller of ${service.name}; or let its pods in, by ${workload.name}.admits() of AdmittedPeer.pods(), or meshPods(), `
      + `with port ${targetPort}; or give ${workload.name} ${UNTIL_THEN}`,
  );
}
