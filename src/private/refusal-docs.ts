import { DECLARATIONS } from './declaration-docs';
import { byCodePoint } from './names';
import { FindingDoc, RefusalDoc } from './refusal-doc';
import { TRAFFIC } from './traffic-docs';

/** Codes that a single wrong call throws at once, sorted. A new `throw new TopologyError` with a new code needs an entry. */
export const REFUSALS: readonly RefusalDoc[] = [
  ...DECLARATIONS, ...TRAFFIC,
  {
    code: 'BST420',
    title: 'group-without-groups',
    rationale: 'The consumers of a queue share its messages without a name for it; only channels such as Kafka topics are read in named groups. A group that is declared and means nothing would hide that every reader takes messages from the others.',
    fix: 'Leave consumerGroup out, or read from a channel that has groups.',
  },
  {
    code: 'BST421',
    title: 'unknown-topic-setting',
    rationale: 'A broker refuses a topic with a setting that it does not know, and of a setting that is said twice one value silently wins.',
    fix: 'Use one of Kafka\'s settings, and say partitions, replicas, retention and cleanup policy as options.',
  },
  {
    code: 'BST424',
    title: 'transaction-without-kafka',
    rationale: 'Transactional ids are what Kafka knows a producer by that writes in transactions. Another broker knows none, so that what is declared as one transaction would be published message by message.',
    fix: 'Leave transactionalIdPrefix out, or publish to a Kafka topic.',
  },
  {
    code: 'BST425',
    title: 'cluster-of-all-objects',
    rationale: 'Strimzi finds the topics and users of a cluster by the label `strimzi.io/cluster`, and each of them has it of the cluster that it was declared for. Given to all objects it would say nothing where it gives way to that, and bind topics and users to another cluster where it did not.',
    fix: 'Leave `strimzi.io/cluster` out of the labels that all objects get.',
  },
  {
    code: 'BST510',
    title: 'literal-secret',
    rationale: 'This library emits no secret: manifests, diagrams and reports are committed, reviewed and cached. A reference names where a credential is kept; a credential in its place would end up in all of them, and so would a text whose name says that it is one: `PGPASSWORD`, `api-key`. The message does not repeat it.',
    fix: 'Keep the credential in a secret store and give its name there: `SecretStore.cluster(name).secret(key)`; give a text that is no secret a name that does not say so.',
  },
  {
    code: 'BST511',
    title: 'secret-in-url',
    rationale: 'Userinfo in a URL (`https://user:password@host`) is copied to logs, proxies, diagrams and error messages by all that handle the URL. RFC 3986, section 3.2.1, deprecates it.',
    fix: 'Give host and port as the locator, and the credentials as a reference to a secret store.',
  },
  {
    code: 'BST529',
    title: 'opened-where-not-guarded',
    rationale: 'Only policies of this program keep out whoever has declared no call, and keep in what calls nobody. Where they do not stand before the pods, of a gateway or of somebody else\'s workload, letting somebody in or out would change nothing, and whoever reads it would take the door for shut to all others. No network policy keeps in machines.',
    fix: 'Leave admits() or reaches() out, or give a workload that is yours the standing GUARDED, or MIGRATING until its pods are guarded.',
  },
  {
    code: 'BST535',
    title: 'unsound-external-secrets',
    rationale: 'The External Secrets Operator takes options that cancel each other and reports that all is well: it reads an entry for a Secret that cannot change, and says that it is synced; it never looks whether an entry is gone that is to take its Secret with it. What is said here would not happen.',
    fix: 'Say an interval with RefreshPolicy.PERIODIC alone, immutable with CREATED_ONCE, SecretDeletionPolicy.DELETE for Secrets that the operator owns and looks after; give a type that asks for no keys of its own.',
  },
  {
    code: 'BST541',
    title: 'policy-of-another',
    rationale: 'Who enters somebody else\'s workload is for its owner to say. A policy of ours that selects its pods would turn away whom the owner lets in, and the owner would look for the reason in vain.',
    fix: 'Let its owner declare it, or give a workload that is yours the standing GUARDED, or MIGRATING until its pods are guarded.',
  },
  {
    code: 'BST542',
    title: 'unsound-access-rule',
    rationale: 'A rule about who enters is read by a mesh as it is written: an empty list is any, a rule that says nothing is about everybody. What its author takes for "nobody" would let in or turn away all.',
    fix: 'Name at least one of what the rule is about, or leave the option out for any.',
  },
  {
    code: 'BST544',
    title: 'unsound-mesh-policy',
    rationale: 'What holds for a namespace or for a mesh selects no pods, and only where pods are selected can something be said of single ports: a mesh refuses the rest. A policy that says nothing changes nothing, '
      + 'and one of the root namespace holds everywhere, whatever its author meant.',
    fix: 'Say mutualTls or denyByDefault of a namespace, say what holds in the whole mesh as meshPolicy, and of single ports by the mutualTls of a workload, each port once.',
  },
  {
    code: 'BST615',
    title: 'request-policy-on-tcp',
    rationale: 'To a mesh, PostgreSQL, Kafka or Redis is a TCP connection: it sees bytes, not requests, so it can neither time a request nor retry one; and HTTP/1.1 has no PING, which HTTP/2 has. The setting would be accepted and have no effect.',
    fix: 'Use connectTimeout, circuitBreaker or connectionPool here, and set the limits of requests in the client.',
  },
  {
    code: 'BST618',
    title: 'wrong-verb',
    rationale: 'The verb says what a dependency is: requests are called and can be timed, retried and authorized one by one; stores are used, with an access of their own; '
      + 'messages are published and consumed. Clients of a broker pick the server that leads a partition, so that routing, balancing or ejecting servers in between '
      + 'sends messages to the wrong one, and access rules are derived from its topics.',
    fix: 'Declare calls() on what answers requests, uses() on stores, publishes() and consumes() on the channels of a broker; a TCP service takes calls() and uses().',
  },
  {
    code: 'BST624',
    title: 'timeout-of-a-stream',
    rationale: 'A mesh counts the time limit of a request, and of each of its tries, until the last byte of the answer. A watch, a subscription or a WebSocket has no last byte, so that the limit would cut it off again and again, however well it works.',
    fix: 'Leave timeout and perTryTimeout out of a stream, and limit how long it takes to connect; a request whose streamed answer is waited for is InteractionModel.REQUEST_RESPONSE.',
  },
  {
    code: 'BST660',
    title: 'unsound-telemetry',
    rationale: 'Of two Telemetry objects of one scope Istio heeds the older one and drops the other without a word. So it does with a filter that names no provider, with the first of two access logs of one provider and side, and with all metrics disabled beside another override. An expression that cannot be read logs nothing. And what is told of spans, logs and metrics is read by many, so no credential may be among it. Source: istio, pilot/pkg/model/telemetry.go.',
    fix: 'Say each scope, each tag, each provider of logs and each metric once, something in each, with expressions that are closed and filters that name their provider, and take tags from where no credential is.',
  },
  {
    code: 'BST701',
    title: 'unknown-operation',
    rationale: 'A declared operation becomes an allowed method and path. One that the contract lacks, that no request can be, or that is served below another path than consumers are given would allow nothing, and the call would fail in production instead of here. Paths are compared as they are sent: percent-encoded, without query, without segments that clients and proxies resolve.',
    fix: 'Name operations of the contract by their operationId, methods of gRPC as `package.Service/Method`, or give the service a contract: `Contract.openApi(path)`, `Contract.proto(path)`. Give a third party\'s provider the URL of a server of the contract, with its path.',
  },
  {
    code: 'BST710',
    title: 'unsafe-contract',
    rationale: 'OpenAPI documents, .proto files and descriptor sets are untrusted input. A document may be missing, too large or too deep, mean two things at once, or refer to what lies outside its own folder or on the network; a loader that tolerates that can be led to read or to fetch what it should not. A contract of your own that holds an operation which no request can be, or two of one id, says what nobody could keep; so does one of gRPC with what is no method.',
    fix: 'Give one YAML or JSON document within the limits that the message names, whose references stay in its folder, or a .proto file or descriptor set that protoc takes; in a contract of your own, say each operation once, as it is sent.',
  },
  {
    code: 'BST711',
    title: 'unsound-topology-document',
    rationale: 'The document of a topology may come from a file, from another release or from another program, so it is untrusted input. A reader that guesses at a member it does not know, or at an element that is referred to and not there, compares or draws another topology than the one that was declared.',
    fix: 'Let `TopologyDocuments.of()` or the release that wrote the file make the document, and hand it on unchanged.',
  },
  {
    code: 'BST801',
    title: 'invalid-name',
    rationale: 'Names are given, not hashed: the id of an element becomes the name of an object, a DNS label, a topic or a Secret key, and each has its own alphabet and length. Changing it silently would rename an object that others refer to.',
    fix: 'Choose a name within the alphabet and length that the message states.',
  },
].sort((a, b) => byCodePoint(a.code, b.code));

/** Findings that Topology itself raises; no check object stands for them. */
export const FINDINGS_OF_TOPOLOGY: readonly FindingDoc[] = [
  {
    code: 'BST001',
    title: 'unused-acknowledgement',
    effect: 'warning',
    acknowledgeable: false,
    rationale: 'An acknowledgement accepts a finding for a reason. When the finding is gone, what is left would hide the next one of its kind at this place. One whose code no check has accepts nothing: it is misspelled, or the output that brings the check is not there.',
    fix: 'Remove the acknowledgement, move it to the element that the finding names, or give the code that the finding has.',
  },
  {
    code: 'BST040',
    title: 'topology-without-output',
    effect: 'error',
    acknowledgeable: true,
    rationale: 'A topology emits nothing by itself. One that is declared and that no output reads gives valid YAML with none of its Services, policies and bindings in it, '
      + 'and a cluster that lets everything through.',
    fix: 'Declare a `Platform`, or the outputs of your choice, with the topology.',
  },
];
