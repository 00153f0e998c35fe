import { ownServiceOf } from '../../fixtures/wild/declare-own-service';
import { WildApp, WildService, WildTopology, WildWorkload } from '../../fixtures/wild/plan';
import { METHODS } from '../../fixtures/wild/plan-methods';
import { showsRequests } from '../../fixtures/wild/plan-services';
import { makerOf } from '../../fixtures/wild/surroundings';
import { Asked, Caller } from '../../lookup/asked';
import { Cluster } from '../../lookup/cluster';
import { Asking, dependencyOf, OUTSIDE, Request } from './declared';
import { exampleOf, operationsAt } from './declared-operations';
import { headersAskedFor } from './routes-taken';

/** As many operations of a contract are asked for: those that a caller named go first. */
const OPERATIONS = 8;

/** A request in words of the declaration, and as a mesh sees it. */
export interface Question {
  readonly request: Request;
  readonly asked: Asked;
}

/** Requests to every service of a program: by those that declared them, by others that it knows, by a stranger, and by one without a sidecar. */
export function questionsOf(app: WildApp, topology: WildTopology, cluster: Cluster): Question[] {
  const workloads = app.topologies.flatMap(each => each.workloads.map(workload => (
    { workload, isOwn: each === topology, isScoped: each.mesh?.sidecars !== undefined })));
  return topology.services.flatMap(service => {
    const askers = askersOf(workloads, topology, service);
    return askers.flatMap(asking => requestsOf(topology, service, asking).flatMap(request => addressesOf(service, topology,
      dependencyOf(request)?.access === 'READ_ONLY').map(({ furtherHost, ...address }) => (
      { request: { ...request, furtherHost }, asked: { ...address, method: request.method, path: request.path, headers: request.headers,
        caller: callerOf(asking, topology, cluster) } }))));
  });
}

function askersOf(
  workloads: readonly { readonly workload: WildWorkload; readonly isOwn: boolean; readonly isScoped: boolean }[], topology: WildTopology,
  service: WildService): Asking[] {
  const consumers = new Set(topology.dependencies.filter(({ service: id }) => id === service.id).map(({ consumer }) => consumer));
  const known = workloads.map(({ workload, isOwn, isScoped }) => ({ workload, isScoped, isConsumer: isOwn && consumers.has(workload.id) }));
  const others = known.filter(({ isConsumer }) => !isConsumer).slice(0, 4);
  const { provider } = service;
  const home = provider.by === 'workload' ? topology.workloads.find(({ id }) => id === provider.workload)!.namespace
    : topology.workloads[0].namespace;
  return [
    ...[...known.filter(({ isConsumer }) => isConsumer), ...others].map(({ workload, isScoped }) => ({ workload, namespace: workload.namespace,
      isInMesh: true, isScoped })),
    { namespace: home, isInMesh: true }, { namespace: 'strangers', isInMesh: true }, { namespace: home, isInMesh: false },
  ];
}

function requestsOf(topology: WildTopology, service: WildService, asking: Asking): Request[] {
  const common = { topology, service, asking };
  if (!showsRequests(service)) return [common];
  const headers = [{}, ...headersAskedFor(service.routes ?? [])];
  const [first, ...others] = asksFor(topology, service, asking);
  return [...headers.map(header => ({ ...common, ...first, headers: header })), ...others.map(ask => ({ ...common, ...ask }))];
}

/** Methods and paths: of operations, and of none. */
function asksFor({ dependencies }: WildTopology, asked: WildService, { workload }: Asking): Pick<Required<Request>, 'method' | 'path'>[] {
  const { id, kind } = asked;
  if (kind === 'grpc') return [...METHODS, 'acme.Orders/Else'].map(name => ({ method: 'POST', path: `/${name}` }));
  const named = new Set(dependencies.filter(({ consumer, service }) => consumer === workload?.id
    && service === id).flatMap(({ operations }) => operations ?? []));
  const operations = operationsAt(asked);
  const chosen = [...operations.filter(operation => named.has(operation.id)), ...operations.filter(operation => !named.has(operation.id))].slice(0,
    OPERATIONS);
  return [
    ...chosen.flatMap(operation => [...new Set(['p1', 'export'].map(value => exampleOf(operation,
      value)))].map(path => ({ method: operation.method, path }))),
    { method: 'GET', path: '/nobody/knows/this' }, { method: 'POST', path: '/' }, { method: 'PATCH', path: '/users/p1' },
  ];
}

function callerOf({ workload, namespace, isInMesh }: Asking, { mesh }: WildTopology, cluster: Cluster): Caller {
  if (!isInMesh) return { namespace, labels: { app: 'plain' }, address: OUTSIDE };
  const owners = new Set((workload?.versions ?? []).map(({ name }) => makerOf(workload!, name)));
  const pod = cluster.pods.find(each => each.namespace === namespace && owners.has(each.owner));
  if (workload && !pod) throw new Error(`nothing makes pods of ${workload.id}`);
  return { namespace, labels: pod?.labels ?? { app: 'stranger' }, isGateway: workload?.standing === 'GATEWAY',
    principal: `${mesh?.trustDomain ?? 'cluster.local'}/ns/${namespace}/sa/${pod?.serviceAccountName ?? 'stranger'}` };
}

/** Where consumers dial: of brokers, all that their clients learn of; of databases, the replicas if they only read. */
function addressesOf({ id, kind, provider }: WildService, { mesh, workloads }: WildTopology, readsOnly: boolean): { readonly host: string;
  readonly port: number; readonly furtherHost?: string; }[] {
  const inside = (service: string, namespace: string,
    port: number) => ({ host: `${service}.${namespace}.svc.${mesh?.clusterDomain ?? 'cluster.local'}`, port });
  switch (provider.by) {
    case 'workload': return [inside(provider.service ?? provider.existingService ?? id, workloads.find(workload => workload.id === provider.workload)!.namespace,
      provider.port)];
    case 'neighbour': return [inside(provider.service, provider.namespace, provider.port)];
    case 'operator': {
      const { cluster, namespace, port, pooler } = provider;
      if (kind === 'own') return [inside(ownServiceOf(cluster), namespace, port ?? 8500)];
      if (kind === 'kafka') return ['bootstrap', 'brokers'].map(name => inside(`${cluster}-kafka-${name}`, namespace, port ?? 9093));
      return [inside(pooler ?? `${cluster}-${readsOnly ? 'ro' : 'rw'}`, namespace, 5432)];
    }
    case 'outside': {
      const isOriginated = kind === 'http' && provider.scheme === 'https' && provider.originated !== 'CLIENT'
        || kind === 'grpc' && provider.originated === 'MESH';
      const hosts = [provider.host, ...provider.others ?? [], ...(provider.brokers ?? []).map(host => host.replace(/^\*/, 'b-17'))];
      const port = isOriginated ? 80 : provider.port;
      return [...hosts.map(host => ({ host, port })), ...(provider.furtherHosts ?? []).map(host => ({ host: host.replace(/^\*/, 'x-3'), port, furtherHost: host }))];
    }
  }
}
