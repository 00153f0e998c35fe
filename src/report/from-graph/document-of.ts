import { AdmittedPeer } from '../../model/admitted-peer';
import { PeerIdentity } from '../../model/admitted-peer-props';
import { Binding } from '../../model/binding';
import { AcknowledgedFinding, Finding } from '../../model/finding';
import { MachineFacts } from '../../model/machine-facts';
import { MutualTls } from '../../model/mutual-tls';
import { NetworkPeer } from '../../model/network-peer';
import { RequiredToken } from '../../model/required-token';
import { Rotation } from '../../model/rotation';
import { TopologyGraph } from '../../model/topology-graph';
import { IWorkload } from '../../model/workload-interface';
import { durationText } from '../../private/duration-text';
import { byCodePoint } from '../../private/names';
import { DocumentedBinding, DocumentedRotation } from '../document/documented-binding';
import { DocumentedFinding } from '../document/documented-finding';
import { DocumentedMachines } from '../document/documented-machines';
import { DocumentedAdmittedPeer, DocumentedMutualTls, DocumentedReachedPeer, DocumentedRequiredToken, DocumentedWorkload } from '../document/documented-workload';
import { TopologyDocument } from '../document/topology-document';
import { channelOf } from './channel-of';
import { dependencyOf } from './dependency-of';
import { serviceOf } from './service-of';

/** How the credential of a binding is changed, as an output tells it. */
export type RotationOf = (binding: Binding) => Rotation | undefined;

/** A graph and what the checks say of it, as a document. */
export function documentOf(
  graph: TopologyGraph, findings: Finding[], acknowledged: AcknowledgedFinding[], rotationOf: RotationOf = () => undefined,
): TopologyDocument {
  return {
    schemaVersion: 1,
    workloads: graph.workloads.map(workload => ({ ...workloadOf(workload), ...enteringOf(workload, graph) })),
    services: graph.services.map(service => serviceOf(service, graph._serverBindingOf(service))),
    channels: graph.channels.map(channelOf),
    dependencies: graph.dependencies.map(dependencyOf),
    bindings: graph.workloads.flatMap(workload => graph.bindingsOf(workload)).map(binding => bindingOf(binding, rotationOf(binding))),
    findings: findings.map(findingOf),
    acknowledgements: acknowledged.map(({ reason, ...finding }) => ({ finding: findingOf(finding), reason })),
  };
}

function workloadOf(workload: IWorkload): DocumentedWorkload {
  const { name, namespace, serviceAccountName, selector, versions, release, standing, replicas, machines } = workload;
  return {
    path: workload.path, name, namespace, serviceAccountName, selector, standing, replicas, releasing: release?.canary,
    versions: versions.map(version => ({ name: version.name, labels: version.labels, replicas: version.replicas })),
    machines: machines && machinesOf(machines),
  };
}

function machinesOf({ known, cidrs, locality, weight, probe }: MachineFacts): DocumentedMachines {
  return { known: known?.map(machine => ({ ...machine })), cidrs, locality, weight, probe: probe?.inWords };
}

/** Who comes and goes without a declared call, and what else is said of who comes. */
function enteringOf(workload: IWorkload, graph: TopologyGraph): Pick<DocumentedWorkload, 'admits' | 'reaches' | 'requires' | 'enforces' | 'mutualTls'> {
  return {
    admits: unlessNone(graph.admittedPeersOf(workload).map(peerOf)),
    reaches: unlessNone(graph.reachedPeersOf(workload).map(reachedOf)),
    requires: unlessNone(graph.requiredTokensOf(workload).map(tokenOf)),
    enforces: unlessNone(graph.policiesOf(workload).map(({ name, action, dryRun, provider }) => ({ name, action, dryRun, provider }))),
    mutualTls: workload.mutualTls && mutualTlsOf(workload.mutualTls),
  };
}

function mutualTlsOf({ mode, reason, ports }: MutualTls): DocumentedMutualTls {
  const ofPorts = Object.entries(ports).map(([port, there]) => ({ port: Number(port), mode: there.mode, reason: there.reason }));
  return { mode, reason, ports: ofPorts.sort((a, b) => a.port - b.port) };
}

function unlessNone<T>(list: T[]): T[] | undefined {
  return list.length === 0 ? undefined : list;
}

function tokenOf({ jwt: { issuer, audiences }, claims, ports, exceptPaths, exceptMethods, optional }: RequiredToken): DocumentedRequiredToken {
  return { issuer, audiences, claims, ports, exceptPaths, exceptMethods, optional };
}

function peerOf(peer: AdmittedPeer): DocumentedAdmittedPeer {
  const { namespace, podLabels, serviceAccountName, cidrs, clientCidrs, port, methods, paths } = peer;
  const identity = peer.identity === PeerIdentity.NONE ? undefined : peer.identity;
  return { identity, namespace, podLabels, serviceAccountName, cidrs, clientCidrs, port, methods, paths };
}

function reachedOf({ namespace, podLabels, cidrs, port, udp }: NetworkPeer): DocumentedReachedPeer {
  return { namespace, podLabels, cidrs: cidrs && [...cidrs].sort(byCodePoint), port, udp };
}

function bindingOf(binding: Binding, rotation?: Rotation): DocumentedBinding {
  const { consumer, service, name, variables, files } = binding;
  return {
    consumer: consumer.path, service: service.path, name,
    variables: variables.map(variable => variable.name).sort(),
    files: files.map(({ file }) => file!),
    rotation: rotation && documentedRotation(rotation),
  };
}

function documentedRotation({ sources, secrets, refreshInterval, ...noticed }: Rotation): DocumentedRotation {
  return { sources: [...sources], secrets: [...secrets], refreshInterval: refreshInterval && durationText(refreshInterval), ...noticed };
}

function findingOf({ code, severity, path, problem, fix }: Finding): DocumentedFinding {
  return { code, severity, path, problem, fix };
}
