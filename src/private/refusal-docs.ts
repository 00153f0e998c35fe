/** What docs/checks/ says about a code that no check object stands for. */
export interface RefusalDoc {
  readonly code: string;
  /** Name of the rule, its words joined by `-`. */
  readonly title: string;
  /** Why the rule holds. */
  readonly rationale: string;
  /** What to change, in general. */
  readonly fix: string;
}

/** Codes that a single wrong call throws at once, sorted. A new `throw new TopologyError` with a new code needs an entry. */
export const REFUSALS: readonly RefusalDoc[] = [
  {
    code: 'BST003',
    title: 'unknown-reference',
    rationale: 'Outputs read one topology. What belongs to another is unknown to its checks, its policies and its pictures, so the dependency would be declared and not rendered.',
    fix: 'Declare the service in this topology too, with an endpoint provider that states its host and port.',
  },
  {
    code: 'BST006',
    title: 'duplicate-declaration',
    rationale: 'Two declarations of one dependency could differ in timeout, retry or access, and one of them would silently win. The same holds for two names of one binding.',
    fix: 'Say everything about the dependency in one declaration, and give the binding one name.',
  },
  {
    code: 'BST007',
    title: 'invalid-port',
    rationale: 'TCP and UDP ports are 16-bit numbers; port 0 means "any" to an operating system and nothing to a Service.',
    fix: 'Give the port that the service listens on, a whole number in 1..65535.',
  },
  {
    code: 'BST008',
    title: 'unsound-routes',
    rationale: 'Weights are percentages of the requests: with another sum than 100 a mesh would scale or refuse them. A list of routes without a final split drops what matches nothing, and what stands after a split is never reached.',
    fix: 'Give whole percentages that add up to 100, and end the routes with `HttpRoute.split()`, only there.',
  },
  {
    code: 'BST009',
    title: 'invalid-duration',
    rationale: 'Istio and Envoy take durations of at least one millisecond in whole milliseconds. Zero often means "no limit" to them, the opposite of what was meant.',
    fix: 'Give a whole number of milliseconds above 0, such as `Duration.millis(1500)`, or leave the duration out.',
  },
  {
    code: 'BST010',
    title: 'number-out-of-bounds',
    rationale: 'The field that the number ends up in takes whole numbers within these bounds; anything else is refused by the API server, or means something else there.',
    fix: 'Give a whole number within the bounds that the message names.',
  },
  {
    code: 'BST011',
    title: 'element-outside-topology',
    rationale: 'An element finds its topology among the scopes above it. Without one, no output and no check would ever see it.',
    fix: 'Pass the Topology, or a construct inside of it, as scope.',
  },
  {
    code: 'BST012',
    title: 'declared-after-reading',
    rationale: 'The number of objects that an output emits depends on the whole topology. What is declared after the first output has read it would be missing from that output, silently. So the first read locks the topology.',
    fix: 'Move the declaration above the first output: Platform, IstioMesh, SecretBindings and so on.',
  },
  {
    code: 'BST013',
    title: 'unknown-namespace',
    rationale: 'Identities (`spiffe://…/ns/<namespace>/sa/<account>`) and hosts (`name.<namespace>.svc`) are made of the namespace. A guess would give a policy that lets the wrong workload in, or none.',
    fix: 'Set the namespace on the Chart, the Topology, the Workload, or the provider that names an operator\'s resource.',
  },
  {
    code: 'BST014',
    title: 'meaningless-value',
    rationale: 'The value received has no meaning in the place it would end up in: a reason too short to explain, a header value no client can send, an address range that is none, pods that no label selects.',
    fix: 'Give a value as the message describes it.',
  },
  {
    code: 'BST510',
    title: 'literal-secret',
    rationale: 'This library emits no secret: manifests, diagrams and reports are committed, reviewed and cached. A reference names where a credential is kept; a credential in its place would end up in all of them. The message does not repeat it.',
    fix: 'Keep the credential in a secret store and give its name there: `SecretStore.cluster(name).secret(key)`.',
  },
  {
    code: 'BST511',
    title: 'secret-in-url',
    rationale: 'Userinfo in a URL (`https://user:password@host`) is copied to logs, proxies, diagrams and error messages by all that handle the URL. RFC 3986, section 3.2.1, deprecates it.',
    fix: 'Give host and port as the locator, and the credentials as a reference to a secret store.',
  },
  {
    code: 'BST615',
    title: 'request-policy-on-tcp',
    rationale: 'To a mesh, PostgreSQL, Kafka or Redis is a TCP connection: it sees bytes, not requests, so it can neither time a request nor retry one. The setting would be accepted and have no effect.',
    fix: 'Use connectTimeout, circuitBreaker or connectionPool here, and set the limits of requests in the client.',
  },
  {
    code: 'BST618',
    title: 'broker-is-not-called',
    rationale: 'Clients of a broker pick the server that leads a partition. Routing, balancing or ejecting servers in between sends messages to the wrong one. What a workload does with a broker is publish to its topics and consume from them; access rules are derived from that.',
    fix: 'Declare publishes() and consumes() on the topics of the broker.',
  },
  {
    code: 'BST701',
    title: 'unknown-operation',
    rationale: 'A declared operation becomes an allowed method and path. One that the contract lacks would allow nothing, and the call would fail in production instead of here.',
    fix: 'Name operations of the contract by their operationId, or give the service a contract: `Contract.openApi(path)`.',
  },
  {
    code: 'BST710',
    title: 'unsafe-contract',
    rationale: 'OpenAPI and AsyncAPI documents are untrusted input. A document may be missing, too large or too deep, mean two things at once, or refer to what lies outside its own folder or on the network; a loader that tolerates that can be led to read or to fetch what it should not.',
    fix: 'Give one YAML or JSON document within the limits that the message names, whose references stay in its folder.',
  },
  {
    code: 'BST801',
    title: 'invalid-name',
    rationale: 'Names are given, not hashed: the id of an element becomes the name of an object, a DNS label, a topic or a Secret key, and each has its own alphabet and length. Changing it silently would rename an object that others refer to.',
    fix: 'Choose a name within the alphabet and length that the message states.',
  },
];

/** Findings that Topology itself raises; no check object stands for them. */
export const FINDINGS_OF_TOPOLOGY: readonly RefusalDoc[] = [
  {
    code: 'BST001',
    title: 'unused-acknowledgement',
    rationale: 'An acknowledgement accepts a finding for a reason. When the finding is gone, what is left would hide the next one of its kind at this place.',
    fix: 'Remove the acknowledgement, or move it to the element that the finding names.',
  },
];
