import { isOfRequests } from './admission';
import { AdmittedPeer } from './admitted-peer';
import { PeerIdentity } from './admitted-peer-props';
import { BackingService, BackingServiceTraits } from './backing-service';
import { Channel } from './channel';
import { defaultGroupOf } from './consumer-group';
import { DataAccess } from './data-access';
import { Dependency } from './dependency';
import { DependencyPolicy } from './dependency-policy';
import { Enforcement, EnforcementAnswer } from './enforcement';
import { isOfGatewayApi } from './gateway-interface';
import { KafkaTopic, KafkaTopicProps } from './kafka-topic';
import { LoadBalancing } from './load-balancing';
import { ExternalLocatorProps } from './locator';
import { ProvisionProps } from './provision';
import { ISubject } from './subject';
import { TopologyGraph } from './topology-graph';
import { IWorkload } from './workload-interface';

/** Something that somebody declared and an output has to carry. @internal */
export interface DeclaredPromise {
  /** What it is about. */
  readonly subject: ISubject;
  /** Its word in the declaration. */
  readonly name: string;
  /** An output that carries such promises. */
  readonly carrier: string;
  readonly ask: (enforcement: Enforcement) => EnforcementAnswer;
  /** Whether something else fails if nobody carries it. @default false */
  readonly isNeeded?: boolean;
}

const MESH = 'a mesh such as IstioMesh';
const SIDECARS = 'a mesh with sidecars such as IstioMesh';
const GATEWAY_API = 'GatewayApi';
const EXPOSING = `${MESH}, or GatewayApi with the gatewayClassName of the gateway`;
const BINDINGS = 'SecretBindings';
const TOPICS = 'StrimziKafka where Strimzi runs the broker';

/** For every field of a dependency who carries it, and whether it asks for anything: what stands there by itself does not. */
const FIELDS: Record<keyof DependencyPolicy, readonly [carrier: string, isAsked: (dependency: Dependency) => boolean]> = {
  timeout: [MESH, ({ policy }) => policy.timeout !== undefined],
  connectTimeout: [MESH, ({ policy }) => policy.connectTimeout !== undefined],
  interaction: ['nobody, because checks and pictures read it', () => false],
  retry: [MESH, ({ policy }) => policy.retry !== undefined],
  circuitBreaker: [MESH, ({ policy }) => policy.circuitBreaker !== undefined],
  connectionPool: [MESH, ({ policy }) => policy.connectionPool !== undefined],
  operations: [MESH, ({ policy }) => policy.operations !== undefined],
  access: [BINDINGS, ({ policy }) => policy.access === DataAccess.READ_ONLY],
  clientConnections: ['nobody, because a check reads it', () => false],
  consumerGroup: [BINDINGS, ({ policy, source }) => policy.consumerGroup !== undefined && policy.consumerGroup !== defaultGroupOf(source)],
  transactionalIdPrefix: [BINDINGS, ({ policy }) => policy.transactionalIdPrefix !== undefined],
  criticality: ['nobody, because checks and pictures read it', () => false],
  bindingName: [BINDINGS, ({ policy }) => policy.bindingName !== undefined],
  envNames: [BINDINGS, ({ policy }) => policy.envNames !== undefined],
  delivery: [BINDINGS, ({ policy }) => policy.delivery !== undefined],
  containers: [BINDINGS, ({ policy }) => policy.containers !== undefined],
};
/** Routes of the Gateway API are what a gateway of it takes. */
function carrierOf(source: IWorkload, carrier: string): string {
  return [MESH, EXPOSING].includes(carrier) && isOfGatewayApi(source) ? GATEWAY_API : carrier;
}

/** The word for a service's routes. */
export const ROUTES = 'routes' satisfies keyof BackingServiceTraits;
const SERVER_NAMES = 'serverEnvNames' satisfies keyof ProvisionProps;
const ENDPOINTS = 'endpoints' satisfies keyof ExternalLocatorProps;
const ENTRIES = Object.entries(FIELDS);

/** What a dependency promises. */
export function promisesOfDependency(dependency: Dependency): DeclaredPromise[] {
  return ENTRIES.filter(([, [, isAsked]]) => isAsked(dependency)).map(([name, [carrier]]) => ({
    subject: dependency, name, carrier: carrierOf(dependency.source, carrier), ask: output => output.field(dependency, name),
  }));
}

interface ServicePromise {
  readonly isAsked: (service: BackingService) => boolean;
  readonly ask: (output: Enforcement, service: BackingService) => EnforcementAnswer;
}

/** For everything that a kind tells of a service, what it asks of an output; the others are facts, which outputs and checks read. */
const SERVICE: Record<keyof BackingServiceTraits, ServicePromise | undefined> = {
  bindingType: undefined,
  provision: undefined,
  shape: undefined,
  contract: undefined,
  idempotentMethods: undefined,
  clientRouted: undefined,
  maxConnections: undefined,
  routes: { isAsked: ({ routes }) => routes.length > 0, ask: (output, service) => output.routes(service) },
  loadBalancing: { isAsked: ({ loadBalancing }) => isUnusual(loadBalancing), ask: (output, service) => output.loadBalancing(service) },
};

/** What a service promises to all of its callers, and to its server. */
export function promisesOfService(service: BackingService): DeclaredPromise[] {
  const ofAll = Object.entries(SERVICE).flatMap(([name, promise]): DeclaredPromise[] => (
    promise?.isAsked(service) ? [{ subject: service, name, carrier: MESH, ask: output => promise.ask(output, service) }] : []));
  return [...ofAll, ...promisesOfProvision(service)];
}

/** What is said where its provider is declared: of its place, to its server. */
function promisesOfProvision(service: BackingService): DeclaredPromise[] {
  const { _provision: { serverEnvNames }, locator: { endpoints } } = service;
  const located: DeclaredPromise = { subject: service, name: ENDPOINTS, carrier: MESH, ask: output => output.endpoints(service) };
  const told: DeclaredPromise = { subject: service, name: SERVER_NAMES, carrier: BINDINGS, ask: output => output.serverEnvNames(service) };
  return [...endpoints === undefined ? [] : [located], ...serverEnvNames === undefined ? [] : [told]];
}

/** The routes of a service as each of its callers takes them; what a gateway relays has taken them before. */
export function routesOfCallers(service: BackingService, graph: TopologyGraph): DeclaredPromise[] {
  const taking = service.routes.length === 0 ? [] : graph.dependenciesOn(service).filter(dependency => !graph._relays.carries(dependency));
  return taking.map(dependency => ({
    subject: dependency, name: `routes of ${service.name}`, carrier: carrierOf(dependency.source, MESH), ask: output => output.routesFrom(dependency),
  }));
}

const EXPOSES = 'exposes';
/** Network policies lead to a gateway that relays, and nowhere else. */
const RELAYS = 'relays';

/** For everything that a workload says of who enters it, beyond who that is and at which port: its word, and whether it says that. */
const ENTERING: readonly (readonly [what: string, name: string, isSaid: (workload: IWorkload, graph: TopologyGraph) => boolean])[] = [
  ['admits', 'who enters by admits()', (workload, graph) => workload.guarded && graph.admittedPeersOf(workload).some(isOfMesh)],
  ['requires', 'requires()', (workload, graph) => graph.requiredTokensOf(workload).length > 0],
  [EXPOSES, 'exposes()', (workload, graph) => graph._exposures.of(workload).length > 0],
  [RELAYS, 'relays()', (workload, graph) => graph._relays.of(workload).length > 0],
  ['mutualTls', 'mutualTls', ({ mutualTls }) => mutualTls !== undefined],
  ['enforces', 'enforces()', (workload, graph) => graph.policiesOf(workload).length > 0],
];

const MACHINES = 'machines' satisfies keyof IWorkload;

/** What a workload says of who enters it, beyond who that is and at which port; and that it runs on machines, which no Service of a cluster leads to. */
export function promisesOfWorkload(workload: IWorkload, graph: TopologyGraph): DeclaredPromise[] {
  const onMachines: DeclaredPromise = {
    subject: workload, name: MACHINES, carrier: SIDECARS, ask: output => output.machines(workload), isNeeded: true,
  };
  const ofEntering = ENTERING.filter(([, , isSaid]) => isSaid(workload, graph)).map(([what, name]): DeclaredPromise => (
    {
      subject: workload, name, carrier: what === EXPOSES ? carrierOf(workload, EXPOSING) : MESH,
      ask: output => output.entering(workload, what), isNeeded: what === RELAYS || what === EXPOSES,
    }));
  return workload.machines ? [...ofEntering, onMachines] : ofEntering;
}

/** Of requests, or of identities that no labels tell: a network policy would take every pod for one. */
function isOfMesh(peer: AdmittedPeer): boolean {
  return peer.identity === PeerIdentity.MESH && peer.podLabels === undefined || isOfRequests(peer);
}

/** For everything that a topic can be told, the options that ask for it: where it is and who makes it asks for nothing. */
const TOPIC: Record<keyof KafkaTopicProps, (topic: KafkaTopic) => readonly string[]> = {
  topicName: () => [],
  declaredElsewhere: () => [],
  partitions: ({ partitions }) => partitions === undefined ? [] : ['partitions'],
  replicas: ({ replicas }) => replicas === undefined ? [] : ['replicas'],
  settings: ({ _settingOptions }) => _settingOptions,
  settingOptions: () => [],
};

/** What a channel is declared to be. */
export function promisesOfChannel(channel: Channel): DeclaredPromise[] {
  if (!KafkaTopic.isKafkaTopic(channel)) return [];
  return Object.entries(TOPIC).flatMap(([property, optionsOf]) => optionsOf(channel).map((name): DeclaredPromise => ({
    subject: channel, name, carrier: TOPICS, ask: output => output.channel(channel, property),
  })));
}

/** What kinds declare by themselves for HTTP asks for nothing: it is what proxies do anyway. */
function isUnusual(loadBalancing: LoadBalancing | undefined): boolean {
  if (loadBalancing === undefined) return false;
  const { algorithm, locality, warmup } = loadBalancing;
  return algorithm !== LoadBalancing.LEAST_REQUEST.algorithm || locality !== undefined || warmup !== undefined;
}
