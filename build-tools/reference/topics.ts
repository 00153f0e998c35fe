/** A page for what no single kind or output has for itself. */
export interface Topic {
  readonly name: string;
  readonly title: string;
  /** What a reader finds there. */
  readonly about: string;
  /** Paths of source files, those first whose types are read first. */
  readonly files: readonly RegExp[];
}

/** In the order of the index. The first whose pattern fits takes a type; the last takes all that is left. */
export const TOPICS: readonly Topic[] = [
  {
    name: 'workload', title: 'Workloads and what they depend on',
    about: 'A process of ours, the verbs that say what it depends on, and what each verb may say.',
    files: [/model\/workload\.ts/, /model\/gateway/, /model\/dependency-options/, /model\/(data-access|criticality|workload-|admitted-|network-peer|access-|jwt|required-token|mutual-tls)/],
  },
  { name: 'pods', title: 'Pods', about: 'Which pods a workload is, whoever made them, or which machines.', files: [/src\/pods\//, /model\/pod/, /model\/machine/] },
  {
    name: 'policies', title: 'Limits and retries',
    about: 'What a dependency or a service says of single requests and connections.',
    files: [/model\/(retry|circuit)/, /model\/connection-pool/, /model\/load-balancing/],
  },
  {
    name: 'routes', title: 'Routes of requests',
    about: 'Which requests a service sends where: canaries, previews by header, copies, faults, redirections, and what happens to requests on their way.',
    files: [/model\/http-/, /model\/string-match/],
  },
  { name: 'contracts', title: 'Contracts', about: 'What a service promises, operation by operation.', files: [/src\/contracts\//, /model\/(held-contract|operation)/] },
  {
    name: 'credentials', title: 'Credentials and where they are kept',
    about: 'References to secrets. No secret itself is ever given.',
    files: [/model\/(secret|kubernetes-secret)/, /model\/(credential|login)/, /(credential-options|role-passwords|database-roles-options)/, /src\/secrets\//],
  },
  {
    name: 'bindings', title: 'Names of variables, and what a consumer is told',
    about: 'How variables are named, whether a binding comes as variables or files, and what a kind tells.',
    files: [/model\/(env|named)/, /env-presets/, /model\/binding-delivery/, /model\/binding/],
  },
  {
    name: 'topology', title: 'The topology and what is read of it',
    about: 'What is declared, and the graph that outputs and checks read.',
    files: [/src\/topology\.ts/, /stage-parity/, /model\/(topology|dependency|output-)/],
  },
  {
    name: 'checks-api', title: 'Checks and findings',
    about: 'Rules of your own, and what they and ours find. [Every code](../checks.md) has its page.',
    files: [/model\/(finding|problem|subject)/, /model\/(check|app-context|emitted)/, /model\/enforcement/, /src\/(checks|judging)\//],
  },
  {
    name: 'documents', title: 'The document and the diagram',
    about: 'A topology as plain data, and the texts that are made of it.',
    files: [/src\/report\/[^/]+$/, /src\/diagram\//, /document\/topology-document/, /src\/report\//],
  },
  {
    name: 'providers', title: 'Locators, and kinds and providers of your own',
    about: 'Where a service is, how it is entered, and what a class of your own answers.',
    files: [/model\/(backing-service|service-provider|provision)/, /model\/(locator|address|tls|protocol)/, /src\/backing-services\//, /model\//],
  },
  {
    name: 'meshes', title: 'What meshes have in common',
    about: 'How a mesh is installed, what holds in its namespaces, and what its proxies report.',
    files: [/istio\/(istio-version|mesh-options|declared-telemetry|telemetry-options|tracing-tag|workload-mode)/],
  },
  { name: 'more', title: 'More', about: 'What is on no other page.', files: [/./] },
];
