import { AdmittedPeer } from '../../model/admitted-peer';
import { Binding } from '../../model/binding';
import { AcknowledgedFinding, Finding } from '../../model/finding';
import { NetworkPeer } from '../../model/network-peer';
import { Rotation } from '../../model/rotation';
import { TopologyGraph } from '../../model/topology-graph';
import { IWorkload } from '../../model/workload-interface';
import { durationText } from '../../private/duration-text';
import { byCodePoint } from '../../private/names';
import { DocumentedBinding, DocumentedRotation } from '../document/documented-binding';
import { DocumentedFinding } from '../document/documented-finding';
import { DocumentedAdmittedPeer, DocumentedReachedPeer, DocumentedWorkload } from '../document/documented-workload';
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
    workloads: graph.workloads.map(workload => workloadOf(workload, graph.admittedPeersOf(workload), graph.reachedPeersOf(workload))),
    services: graph.services.map(service => serviceOf(service, graph._serverBindingOf(service))),
    channels: graph.channels.map(channelOf),
    dependencies: graph.dependencies.map(dependencyOf),
    bindings: graph.workloads.flatMap(workload => graph.bindingsOf(workload)).map(binding => bindingOf(binding, rotationOf(binding))),
    findings: findings.map(findingOf),
    acknowledgements: acknowledged.map(({ reason, ...finding }) => ({ finding: findingOf(finding), reason })),
  };
}

function workloadOf(workload: IWorkload, admitted: readonly AdmittedPeer[], reached: readonly NetworkPeer[]): DocumentedWorkload {
  const { name, namespace, serviceAccountName, selector, versions, standing, replicas } = workload;
  return {
    path: workload.path, name, namespace, serviceAccountName, selector, standing, replicas,
    versions: versions.map(version => ({ name: version.name, labels: version.labels, replicas: version.replicas })),
    admits: admitted.length === 0 ? undefined : admitted.map(peerOf),
    reaches: reached.length === 0 ? undefined : reached.map(reachedOf),
  };
}

function peerOf({ namespace, podLabels, serviceAccountName, cidrs, port }: AdmittedPeer): DocumentedAdmittedPeer {
  return { namespace, podLabels, serviceAccountName, cidrs, port };
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
