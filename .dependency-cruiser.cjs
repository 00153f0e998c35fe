/**
 * Who may import whom. The picture and the reasons are in ARCHITECTURE.md; `npm run layers` checks it.
 * Type-only imports count: what a file must know of another is what ties them, whatever is left of it at run time.
 */

const PURE = ['backing-services', 'checks', 'contracts', 'report'];
const TEXTS = ['diagram', 'diff'];
const LAYERS = ['private', 'model', 'judging', 'pods', 'traffic', 'platform', 'synthesis', 'pulumi', ...PURE, ...TEXTS];
/** Whatever folder is none of these layers is an output, so that nothing but the platform may import it: a drawer would be of use to nobody. */
const OUTPUT = `^src/(?!(?:${LAYERS.join('|')})/)([^/]+)/`;
const DOCUMENT = '^src/report/document/';
const DOCUMENTS = '^src/(platform/)?(topology-documents|document-files)\\.ts$';
const FILES = 'node:fs|fs|fs/promises|node:path|path';

const folders = names => `^src/(${names.join('|')})/`;
const packages = (...names) => `^node_modules/(${names.join('|')})/`;

/** "`from` may import nothing but itself and `allowed`"; one rule says so for folders, npm packages and Node alike. */
function only(name, comment, from, allowed) {
  return {
    name,
    comment,
    severity: 'error',
    from: { path: from },
    to: { pathNot: [from, ...allowed] },
  };
}

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Files of a cycle can only be read, tested and changed together. Move what both need to a third file, or hand it in.',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'Nothing imports this file, and it imports nothing: delete it, or use it.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/index\\.ts$', orphan: true },
      to: {},
    },
    {
      name: 'no-unresolvable',
      comment: 'The import leads nowhere. Correct it, or declare the package in .projenrc.ts.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-network',
      comment: 'A synthesis reads declarations and files, never the network, and starts no process. Let the caller fetch, and take text or a path.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(node:)?(http|https|http2|net|dns|dns/promises|tls|dgram|child_process|worker_threads|cluster)$' },
    },
    {
      name: 'files-in-two-places',
      comment: 'Only the loader of contracts reads files, and only private/staged-files.ts writes them. Hand text in, and give text back.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/contracts/', '^src/private/staged-files\\.ts$'] },
      to: { path: `^(${FILES})$` },
    },
    {
      name: 'index-is-for-users',
      comment: 'src/index.ts is generated from the files it exports; importing it makes a cycle. Import the file that declares the name.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^src/index\\.ts$' },
    },
    {
      name: 'pulumi-is-a-leaf',
      comment: 'src/pulumi needs packages that most users do not install; importing it would break them. Let the caller import it.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/pulumi/' },
      to: { path: '^src/pulumi/' },
    },
    {
      name: 'outputs-are-apart',
      comment: 'An output that needs another cannot be used, tested or replaced alone. Put what both need into the model, or let platform.ts join them.',
      severity: 'error',
      from: { path: OUTPUT },
      to: { path: OUTPUT, pathNot: '^src/$1/' },
    },
    only(
      'private-is-the-bottom',
      'src/private holds words and rules that know none of our types. Pass values in, or move the code to the folder whose types it needs.',
      '^src/private/', [packages('constructs', 'cdk8s', 're2js'), '^(node:)?(crypto|fs|path)$'],
    ),
    {
      name: 'only-outputs-emit',
      comment: 'private/emit.ts makes Kubernetes objects. Below the outputs nothing knows that there are any: give the outputs a fact to render.',
      severity: 'error',
      from: { path: `^src/(model|pods|traffic|judging|${[...PURE, ...TEXTS].join('|')})/|^src/topology\\.ts$` },
      to: { path: '^src/private/emit\\.ts$' },
    },
    only(
      'model-is-the-vocabulary',
      'Every folder speaks the model; what the model imported would be imported by all. Let the folder above ask the model instead.',
      '^src/model/', ['^src/private/', packages('constructs', 'cdk8s')],
    ),
    only(
      'traffic-is-neutral',
      'src/traffic says what is routed and to whom, in no data plane\'s words, so that each can render it. What only one of them knows belongs there.',
      '^src/traffic/', ['^src/(model|private)/', packages('constructs', 'cdk8s')],
    ),
    {
      name: 'traffic-is-for-outputs-and-checks',
      comment: 'src/traffic is worked out for outputs, and for the checks of what any of them routes. What a text must know of it belongs to the model.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/(traffic|checks)/', OUTPUT] },
      to: { path: '^src/traffic/' },
    },
    only(
      'pure-folders-read-the-model',
      'Kinds, checks, contracts and reports judge or tell the graph and know no output. Add what they need to the model as a fact.',
      `^src/(${PURE.filter(folder => !['contracts', 'checks'].includes(folder)).join('|')})/`,
      ['^src/(model|private)/', packages('constructs', 'cdk8s')],
    ),
    only(
      'checks-read-what-is-routed',
      'A check judges the graph, and what is routed of it, whichever output routes it. What one output alone knows belongs to its folder.',
      '^src/checks/', ['^src/(model|private|traffic)/', packages('constructs', 'cdk8s')],
    ),
    {
      name: 'pure-folders-are-apart',
      comment: 'Kinds, checks, contracts and reports know the graph, not each other. Put what both need into the model.',
      severity: 'error',
      from: { path: `^src/(${PURE.join('|')})/` },
      to: { path: folders(PURE), pathNot: '^src/$1/' },
    },
    only(
      'document-is-plain-data',
      'The types of the document are read by every language and by programs without this one. They name no type of ours: copy the fact as text or number.',
      DOCUMENT, [],
    ),
    {
      name: 'graph-becomes-a-document-once',
      comment: 'src/report/from-graph is the only place of the report that knows the model. Add a member to the document, and fill it there.',
      severity: 'error',
      from: { path: '^src/report/', pathNot: '^src/report/from-graph/' },
      to: { path: '^(?!src/(report|private)/)' },
    },
    {
      name: 'texts-read-the-document',
      comment: 'A diagram or a comparison reads the document of a topology and nothing else, so that it can be made from a file too. Add a member to the document.',
      severity: 'error',
      from: { path: folders(TEXTS) },
      to: { pathNot: ['^src/$1/', DOCUMENT, '^src/private/([a-z-]+-text|names|topology-error|boundary)\\.ts$'] },
    },
    only(
      'contracts-read-documents',
      'Contracts read OpenAPI and AsyncAPI documents into the model and know nothing else.',
      '^src/contracts/', ['^src/(model|private)/', packages('constructs', 'cdk8s', 'yaml'), `^(${FILES})$`],
    ),
    only(
      'pods-read-workload-resources',
      'src/pods is the one place that turns objects that make pods into facts of the model, by no version of cdk8s-plus.',
      '^src/pods/', ['^src/(model|private)/', packages('constructs', 'cdk8s')],
    ),
    only(
      'outputs-read-the-topology',
      'An output is a construct that reads the topology. It knows neither checks nor texts nor platform.ts.',
      OUTPUT, ['^src/(model|private|pods|traffic)/', '^src/topology\\.ts$', packages('constructs', 'cdk8s')],
    ),
    only(
      'judging-knows-no-rule',
      'src/judging asks checks, whichever they are, and sorts their answers. What one rule needs belongs to its file.',
      '^src/judging/', ['^src/(model|private)/', packages('constructs', 'cdk8s')],
    ),
    only(
      'topology-joins-model-and-checks',
      'Topology learns what outputs enforce when they read it; if it imported one, every user would get every output.',
      '^src/topology\\.ts$', ['^src/(model|checks|judging|private)/', packages('constructs', 'cdk8s')],
    ),
    only(
      'platform-joins-outputs',
      'Platform composes outputs with good defaults and does nothing that an output cannot do alone.',
      '^src/platform(\\.ts$|/(?!topology-documents|document-files))',
      ['^src/(model|private)/', '^src/topology\\.ts$', OUTPUT, packages('constructs', 'cdk8s')],
    ),
    only(
      'documents-join-texts',
      'topology-documents.ts lets the report tell a topology, and has document-files.ts write what report and diagrams render.',
      DOCUMENTS,
      [DOCUMENTS, '^src/(model|private|diagram|report)/', '^src/topology\\.ts$', packages('constructs', 'cdk8s')],
    ),
    only(
      'synthesis-knows-no-topology',
      'src/synthesis writes what cdk8s would write, whoever made it. What an object says is for its output to decide.',
      '^src/synthesis/', ['^src/private/', packages('constructs', 'cdk8s')],
    ),
    only(
      'pulumi-hands-manifests-on',
      'The adapter takes manifests as cdk8s gives them. If it knew our types, a change of ours could change what Pulumi replaces.',
      '^src/pulumi/', ['^src/private/', packages('constructs', 'cdk8s', '@pulumi/[^/]+'), '^(node:)?module$'],
    ),
    {
      name: 'every-file-has-a-layer',
      comment: 'No rule speaks for a file beside the folders. Put it into one of ARCHITECTURE.md.',
      severity: 'error',
      from: { path: '^src/[^/]+$', pathNot: '^src/(index|topology|platform|topology-documents)\\.ts$' },
      to: {},
    },
    {
      name: 'src-stands-alone',
      comment: 'The package holds only src. What a test or an example has and users need belongs there.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(test|examples|bench|build-tools)/' },
    },
    {
      name: 'conformance-is-a-program',
      comment: 'The conformance run needs real systems; what other tests need of it belongs to test/support. Helm, against which bench/ measures, is built like them.',
      severity: 'error',
      from: { pathNot: '^(test/conformance|bench)/' },
      to: { path: '^test/conformance/' },
    },
    {
      name: 'packed-is-a-program',
      comment: 'It looks at the package as it is published; nothing else needs that.',
      severity: 'error',
      from: { pathNot: '^test/packed/' },
      to: { path: '^test/packed/' },
    },
    {
      name: 'packed-knows-no-source',
      comment: 'What is looked at is the package. Whatever must be said in words of its API belongs to examples/extending.',
      severity: 'error',
      from: { path: '^test/packed/' },
      to: { path: '^(src|examples|test)/', pathNot: '^test/packed/' },
    },
    {
      name: 'extending-is-a-third-party',
      comment: 'It runs in a folder of its own, beside the package: import the package by its name, and nothing from around.',
      severity: 'error',
      from: { path: '^examples/extending/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(src|test|examples|bench|build-tools)/', pathNot: '^(src/index\\.ts$|examples/extending/)' },
    },
    {
      name: 'harness-knows-no-system',
      comment: 'The harness runs rows of any tier. What one system needs belongs to systems/, stand-ins/ or the tier.',
      severity: 'error',
      from: { path: '^test/conformance/harness/' },
      to: { path: '^test/conformance/', pathNot: '^test/conformance/(harness/|toolbox/component)' },
    },
    {
      name: 'tiers-are-apart',
      comment: 'A tier can be run alone. What two tiers need belongs to systems/, stand-ins/ or fixtures/.',
      severity: 'error',
      from: { path: '^test/conformance/tiers/([^/]+)/' },
      to: { path: '^test/conformance/tiers/', pathNot: '^test/conformance/tiers/$1/' },
    },
    {
      name: 'systems-know-no-row',
      comment: 'Systems, stand-ins, fixtures and tools are looked at; they do not look.',
      severity: 'error',
      from: { path: '^test/conformance/(systems|stand-ins|fixtures|toolbox)/' },
      to: { path: '^test/conformance/(tiers|harness/(row|tier|run-tier))' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(lib|dist)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.all.json' },
    combinedDependencies: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['types', 'require', 'node', 'default'] },
    reporterOptions: { mermaid: { minify: false } },
  },
};
