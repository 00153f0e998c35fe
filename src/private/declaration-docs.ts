import { RefusalDoc } from './refusal-doc';

/** The codes of refusals that are about how anything is declared, whatever it is. */
export const DECLARATIONS: readonly RefusalDoc[] = [
  {
    code: 'BST003',
    title: 'unknown-reference',
    rationale: 'Outputs read one topology. What belongs to another is unknown to its checks, its policies and its pictures, so the dependency would be declared and not rendered.',
    fix: 'Declare the service in this topology too, with an `inCluster` provider that states its Service, namespace and port.',
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
    rationale: 'Weights are percentages of the requests: with another sum than 100 a mesh would scale or refuse them. A list of routes without a final split drops what matches nothing, and what stands after a split, or after a route with the same match, is never reached. Header names are the same in upper and lower case.',
    fix: 'Give whole percentages that add up to 100, match each header value once, and end the routes with `HttpRoute.split()`, only there.',
  },
  {
    code: 'BST009',
    title: 'invalid-duration',
    rationale: 'Istio and Envoy take durations of at least one millisecond in whole milliseconds. Zero often means "no limit" to them, the opposite of what was meant; what is beyond 106,751 days Go cannot hold, and the API server refuses it.',
    fix: 'Give a whole number of milliseconds above 0 and of 106,751 days at most, such as `Duration.millis(1500)`, or leave the duration out.',
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
    code: 'BST015',
    title: 'unusable-check',
    rationale: 'Findings are read, acknowledged and looked up by code, so a check needs a code of its own, words for its rule and a severity that its findings keep. One that lacks them would report `undefined`, or pass for another.',
    fix: 'Give the check a code of two to ten capital letters and three or four digits that no other check has, not BST, and a title, severity, rationale and fix.',
  },
  {
    code: 'BST016',
    title: 'unsound-locator',
    rationale: 'Policies, Services and URLs are made of a locator. One without a primary address cannot be dialled; one whose pods no label tells, or with an empty list of address ranges, would open every pod of a namespace or every address there is; two addresses that one Service cannot give out would be half emitted.',
    fix: 'Give one primary address and further ones with roles of their own, the labels that only the pods behind it have, and address ranges only if they are known.',
  },
  {
    code: 'BST017',
    title: 'unsound-credential',
    rationale: 'A credential is a set of named parts, each kept in some place. One of no parts lets nobody in, and a part that the kind of service asks for and nobody named would leave a consumer with a URL that has a hole in it.',
    fix: 'Name the parts that the message lists as due, such as `vault.secret(entry, { username: "user", password: "pass" })`, or give no credential.',
  },
  {
    code: 'BST018',
    title: 'unreadable-variable-text',
    rationale: 'A variable is a text over the roles of a binding. A role that the binding lacks would leave the variable empty; a secret, or a text with a space or a quote in it, would break the text that it stands in, or mean something else there, unless that says how it is encoded; and some variables are acted upon by Kubernetes, loaders, shells, runtimes and clients of clouds before the program reads any.',
    fix: 'Write `{role}`, with `:percent` in a URL, `:libpq` in a connection string of keywords, `:none` where no character has a meaning, or `:file` for a path; a brace is `{{` or `}}`. Give a variable that is reserved a name of its own, by `EnvNames.map` or by the `bindingName`.',
  },
  {
    code: 'BST019',
    title: 'unsound-binding-entries',
    rationale: 'What a kind of service answers to `bind()` becomes variables, files and keys of Secrets. Two entries of one role, variable or file would overwrite each other, a path of a file that is not there would fail in the consumer, a credential that no login gives is one that nobody hands out, one that no entry tells leaves its consumer at the door, and some text does not reach a container as it was written.',
    fix: 'In `bind()`, give each entry a role, variable and file of its own, a file where a variable holds its path, and text that YAML can carry; give the Provision a login for what holds a credential, and tell what that gives. The groups of topics are told under the words of their ids.',
  },
  {
    code: 'BST020',
    title: 'binding-without-container',
    rationale: 'A binding reaches the containers that are meant, below the root that each of them looks at. A name that no container has would bind nothing, and a root that is no absolute path is one that nobody can mount at; paths below it stand in URLs and connection strings, which other characters would change. A mount or a volume that is in its place already would be there twice, which the API server refuses.',
    fix: 'Name containers of the pods, and give `SERVICE_BINDING_ROOT` as an absolute path of letters, digits, `-`, `_`, `.` and `/`, or leave either out; mount nothing else there, name no volume of the pods `bindings`, and bind pods by one output.',
  },
  {
    code: 'BST021',
    title: 'wrong-type',
    rationale: 'Compilers hold TypeScript, Java, C# and Go to the types of the API; JavaScript and a cast hold nobody. A value of another type fails far away, or is taken for something else in silence: the name of an enum\'s member instead of its value gave read-write credentials, and a misspelled option is one that is not set.',
    fix: 'Give what the message says is due. `null` is nothing: leave the option out.',
  },
  {
    code: 'BST022',
    title: 'output-outside-chart',
    rationale: 'An output emits Kubernetes objects, and cdk8s writes those of a Chart. A topology takes nothing more once an output has read it, an output of its own included.',
    fix: 'Pass the Chart, or a construct inside of it that is not in the topology, as scope of the output.',
  },
  {
    code: 'BST023',
    title: 'reason-too-short',
    rationale: 'Whoever accepts a finding, or a Secret that nobody here makes, is asked for a reason that the next reader understands. Ten characters are not many; fewer say nothing.',
    fix: 'Say who makes it, or why it is right here, in at least 10 characters.',
  },
  {
    code: 'BST024',
    title: 'unsendable-header-value',
    rationale: 'A header value that is empty, very long or holds control characters reaches no service as it was written, so that the route would match nothing; and YAML 1.1 reads some texts as numbers.',
    fix: 'Match on a value that a client can send: 1 to 1024 visible characters.',
  },
  {
    code: 'BST025',
    title: 'pods-not-told-apart',
    rationale: 'Services, subsets and policies find pods by labels, and identities by namespace and ServiceAccount. Pods that no label selects, versions that share no label, that lack one by which they are selected or that nothing tells apart, and versions with unlike identities cannot be one workload.',
    fix: 'Give the pods of a workload a label that no others have, each version a name and a label value of its own, and all versions one namespace and one ServiceAccount.',
  },
  {
    code: 'BST026',
    title: 'no-address-range',
    rationale: 'A network policy takes address ranges in CIDR notation, and the API server refuses anything else.',
    fix: 'Give the ranges that the service answers from, such as 203.0.113.0/24, or leave them out.',
  },
  {
    code: 'BST027',
    title: 'unreadable-locator',
    rationale: 'A locator is what a client dials: the base URL of an HTTP service, or the bootstrap servers of a broker with one port. With a query, another scheme or another port for each server it could not be handed on.',
    fix: 'Give `http://` or `https://` with host, port and base path, or `host:port` for each server, without a scheme.',
  },
  {
    code: 'BST028',
    title: 'no-retry-condition',
    rationale: 'A mesh takes an empty list of conditions for its own default, not for "never".',
    fix: 'Name the conditions, leave `on` out, or say `RetryPolicy.attempts(0)`.',
  },
  {
    code: 'BST029',
    title: 'binding-of-nothing',
    rationale: 'A binding tells one workload of one service, and is made of the dependencies between them.',
    fix: 'Give all dependencies of one workload on one service, or ask `TopologyGraph.bindingsOf()`.',
  },
  {
    code: 'BST030',
    title: 'topology-in-topology',
    rationale: 'A topology takes every workload and service below it for its own. Of one that stands inside of it, it would emit policies that deny everything, without the dependencies that the inner one alone holds, and two topologies would emit the same objects.',
    fix: 'Pass the Chart as scope of each topology, and declare in one what belongs to the other with an `inCluster` provider.',
  },
  {
    code: 'BST031',
    title: 'contradicted-pods',
    rationale: 'Policies let callers in by namespace and ServiceAccount. A workload that says it runs as another account than its pods do has that account\'s '
      + 'rights written down for it, takes its secrets, and shuts its own pods out. A Deployment that names no account states one too: "default".',
    fix: 'Leave `namespace` and `serviceAccountName` out, or change the Deployment, or what `Pods.fromLabels()` states.',
  },
  {
    code: 'BST032',
    title: 'host-not-outside',
    rationale: 'A service outside is reached at any address and without the mutual TLS of the mesh. The name of a Kubernetes Service (`users.team-b.svc`, `kubernetes.default`, `users`) leads to pods: network policies see their ports and not the Service\'s, and a mesh that takes them for a third party switches mutual TLS off. `localhost` is the pod itself (RFC 6761). `*.com` stands for whatever is there, and for each Service of a namespace `com`.',
    fix: 'Declare a service of this cluster with an `inCluster` provider, which takes its Service, namespace and port, and `targetPort` where its pods listen on another one; leave out what runs in the consumer\'s own pod. Of brokers outside give the domain that they are in.',
  },
  {
    code: 'BST036',
    title: 'unmatchable-header',
    rationale: 'In a route of Istio, `method`, `uri`, `scheme` and `authority` are no headers: a match on one of them is ignored, so that the route takes every request (VirtualService, HTTPMatchRequest).',
    fix: 'Match on a header of your own, such as `x-method`.',
  },
  {
    code: 'BST037',
    title: 'method-named-twice',
    rationale: 'Which gRPC methods may be repeated is said method by method. One that is named twice stands where another was meant, which then is not repeated.',
    fix: 'Name each method once, as `package.Service/Method`.',
  },
  {
    code: 'BST038',
    title: 'document-without-file',
    rationale: 'The documents of a topology are files named by its path, each "/" a ".". Of two topologies with one such name the document written last would be that of both; '
      + 'some file systems take names that differ in case for one. Where a folder stands in the place of one, or nothing can be written, none is.',
    fix: 'Give the topology, or the chart that it stands in, another id, or the app an output folder that can be written to.',
  },
  {
    code: 'BST041',
    title: 'dependency-cycle',
    rationale: 'Objects are written in the order in which they are to be applied: each behind those that it depends on. Of constructs that depend on each other none comes first.',
    fix: 'Take one of the dependencies away that the message lists. A chart depends on the charts within it, and on those of whatever its constructs depend on.',
  },
  {
    code: 'BST042',
    title: 'unwritable-output',
    rationale: 'Where one file of an app cannot be written, none is, so that nobody applies a mixture of old and new.',
    fix: 'Take away what stands in the place of the file, let the folder be written to, or give the app another outdir.',
  },
];
