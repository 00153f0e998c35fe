import { DocumentedBinding, DocumentedRotation, DocumentedSource } from '../document/documented-binding';
import { DocumentedChannel } from '../document/documented-channel';
import { DocumentedAcknowledgement, DocumentedFinding } from '../document/documented-finding';
import { DocumentedMachine, DocumentedMachines } from '../document/documented-machines';
import {
  DocumentedAccessPolicy, DocumentedAdmittedPeer, DocumentedMutualTls, DocumentedPortMutualTls, DocumentedReachedPeer, DocumentedRequiredToken,
  DocumentedVersion, DocumentedWorkload,
} from '../document/documented-workload';
import { TopologyDocument } from '../document/topology-document';
import { DEPENDENCY } from './dependency-schema';
import { DURATION, FLAG, listOf, mapOf, optional, Schema, struct, TEXT, whole, word } from './json-schema';
import { SERVICE } from './service-schema';

/** Version of the document that this release writes, and the only one that it reads. */
export const SCHEMA_VERSION = 1;

/** More elements of one kind than a cluster takes. */
const ELEMENTS = 200_000;
const NAMES = 10_000;
const COUNT = whole(0);

const ADMITTED = struct<DocumentedAdmittedPeer>('DocumentedAdmittedPeer', {
  identity: optional(word('mesh', 'any')),
  namespace: optional(TEXT),
  podLabels: optional(mapOf(TEXT)),
  serviceAccountName: optional(TEXT),
  cidrs: optional(listOf(TEXT, NAMES)),
  clientCidrs: optional(listOf(TEXT, NAMES)),
  port: whole(1, 65_535),
  methods: optional(listOf(TEXT, NAMES)),
  paths: optional(listOf(TEXT, NAMES)),
});

const REACHED = struct<DocumentedReachedPeer>('DocumentedReachedPeer', {
  namespace: optional(TEXT),
  podLabels: optional(mapOf(TEXT)),
  cidrs: optional(listOf(TEXT, NAMES)),
  port: whole(1, 65_535),
  udp: FLAG,
});

const REQUIRED_TOKEN = struct<DocumentedRequiredToken>('DocumentedRequiredToken', {
  issuer: TEXT,
  audiences: optional(listOf(TEXT, NAMES)),
  claims: mapOf(listOf(TEXT, NAMES)),
  ports: optional(listOf(whole(1, 65_535), NAMES)),
  exceptPaths: optional(listOf(TEXT, NAMES)),
  exceptMethods: optional(listOf(TEXT, NAMES)),
  optional: FLAG,
});

const ACCESS_POLICY = struct<DocumentedAccessPolicy>('DocumentedAccessPolicy', {
  name: TEXT, action: word('DENY', 'AUDIT', 'CUSTOM'), dryRun: FLAG, provider: optional(TEXT),
});

const MODE = word('STRICT', 'PERMISSIVE', 'DISABLE');

const MUTUAL_TLS = struct<DocumentedMutualTls>('DocumentedMutualTls', {
  mode: MODE,
  reason: optional(TEXT),
  ports: listOf(struct<DocumentedPortMutualTls>('DocumentedPortMutualTls', { port: whole(1, 65_535), mode: MODE, reason: optional(TEXT) }), NAMES),
});

const MACHINES = struct<DocumentedMachines>('DocumentedMachines', {
  known: optional(listOf(struct<DocumentedMachine>('DocumentedMachine', {
    address: TEXT, version: optional(TEXT), locality: optional(TEXT), weight: optional(whole(1, 1_000_000)),
  }), NAMES)),
  cidrs: listOf(TEXT, NAMES),
  locality: optional(TEXT),
  weight: optional(whole(1, 1_000_000)),
  probe: optional(TEXT),
});

const WORKLOAD = struct<DocumentedWorkload>('DocumentedWorkload', {
  path: TEXT,
  name: TEXT,
  namespace: TEXT,
  serviceAccountName: TEXT,
  selector: mapOf(TEXT),
  versions: listOf(struct<DocumentedVersion>('DocumentedVersion', { name: optional(TEXT), labels: mapOf(TEXT), replicas: optional(COUNT) }), NAMES),
  releasing: optional(TEXT),
  standing: word('guarded', 'migrating', 'foreign', 'gateway'),
  replicas: optional(COUNT),
  machines: optional(MACHINES),
  admits: optional(listOf(ADMITTED, NAMES)),
  reaches: optional(listOf(REACHED, NAMES)),
  requires: optional(listOf(REQUIRED_TOKEN, NAMES)),
  enforces: optional(listOf(ACCESS_POLICY, NAMES)),
  mutualTls: optional(MUTUAL_TLS),
});

const CHANNEL = struct<DocumentedChannel>('DocumentedChannel', {
  path: TEXT,
  name: TEXT,
  kind: TEXT,
  channelName: TEXT,
  service: TEXT,
  partitions: optional(COUNT),
  replicas: optional(COUNT),
  declaredElsewhere: FLAG,
  settings: mapOf(TEXT),
});

const ROTATION = struct<DocumentedRotation>('DocumentedRotation', {
  sources: listOf(struct<DocumentedSource>('DocumentedSource', { producer: TEXT, entry: optional(TEXT) }), NAMES),
  secrets: listOf(TEXT, NAMES),
  serverSecret: optional(TEXT),
  refreshInterval: optional(DURATION),
  noticedBy: word('restart', 'files', 'restart and files'),
  restartedBy: optional(TEXT),
  withoutDowntime: FLAG,
});

const BINDING = struct<DocumentedBinding>('DocumentedBinding', {
  consumer: TEXT, service: TEXT, name: TEXT, variables: listOf(TEXT, NAMES), files: listOf(TEXT, NAMES), rotation: optional(ROTATION),
});

const FINDING = struct<DocumentedFinding>('DocumentedFinding', {
  code: TEXT, severity: word('error', 'warning', 'info'), path: TEXT, problem: TEXT, fix: TEXT,
});

/** The document of a topology: what `schema/topology-1.schema.json` publishes, and what `TopologyJson` holds every document to. */
export const TOPOLOGY: Schema<TopologyDocument> = struct<TopologyDocument>('TopologyDocument', {
  schemaVersion: { type: 'integer', enum: [SCHEMA_VERSION] },
  workloads: listOf(WORKLOAD, ELEMENTS),
  services: listOf(SERVICE, ELEMENTS),
  channels: listOf(CHANNEL, ELEMENTS),
  dependencies: listOf(DEPENDENCY, ELEMENTS),
  bindings: listOf(BINDING, ELEMENTS),
  findings: listOf(FINDING, ELEMENTS),
  acknowledgements: listOf(struct<DocumentedAcknowledgement>('DocumentedAcknowledgement', { finding: FINDING, reason: TEXT }), ELEMENTS),
});
