import { cdk } from 'projen';

/** Adds the project's own commands. Each is also an npm script. */
export function addTasks(project: cdk.JsiiProject): void {
  const tool = (name: string, description: string) =>
    project.addTask(name, { description, exec: `tsx --tsconfig build-tools/tsconfig.json build-tools/${name}.ts`, receiveArgs: true });

  const barrel = tool('barrel', 'Writes src/index.ts from the exported classes, interfaces and enums');
  const boundary = tool('boundary', 'Writes src/private/boundary-types.ts from what the public API takes');
  const checkDocs = tool('check-docs', 'Writes docs/checks.md and docs/checks/ from the checks and refusals');
  const documentSchema = tool('document-schema', 'Writes schema/ from the schema that documents are held to');
  const readme = tool('readme', 'Cuts code, manifests and diagrams into the Markdown files');
  const bindings = tool('bindings', 'Writes docs/bindings.md from the programs of the reference');
  const istioCoverage = tool('istio-coverage', 'Writes docs/istio-coverage.md from the manifests that test/istio-coverage compares');
  const istioPage = tool('istio-page', 'Writes docs/istio.md from the pieces of examples/istio');
  const guides = tool('guides', 'Writes docs/guides/README.md from the guides beside it');
  const docgen = project.addTask('docgen', {
    description: 'Writes docs/reference from what jsii made of the code', exec: 'tsx --tsconfig build-tools/tsconfig.json build-tools/reference.ts',
  });
  // Straight from npm, without a detour through projen: it is the first command that a newcomer runs.
  project.package.setScript('synth', 'tsx --tsconfig build-tools/tsconfig.json build-tools/synth.ts');

  const generate = project.addTask('generate', { description: 'Brings every generated file up to date' });
  [barrel, boundary, checkDocs, documentSchema, readme, guides, bindings, istioCoverage, istioPage, docgen].forEach(task => generate.spawn(task));
  project.preCompileTask.spawn(barrel);
  project.preCompileTask.spawn(boundary);
  project.postCompileTask.spawn(checkDocs);
  project.postCompileTask.spawn(documentSchema);
  project.postCompileTask.spawn(readme);
  project.postCompileTask.spawn(guides);
  project.postCompileTask.spawn(docgen);

  project.compileTask.exec('tsx --tsconfig build-tools/tsconfig.json build-tools/bundle.ts');

  const typecheck = project.addTask('typecheck', { description: 'Type-checks everything, emits nothing', exec: 'tsc -p tsconfig.all.json' });
  const lint = project.addTask('lint', { description: 'Style, budgets and imports; changes nothing', steps: [{ spawn: 'eslint' }] });
  project.addTask('lint:fix', { description: 'Repairs what lint can repair by itself', steps: [{ spawn: 'eslint', args: ['--fix'] }] });
  const layers = project.addTask('layers', {
    description: 'Checks who imports whom',
    exec: 'depcruise --config .dependency-cruiser.cjs --output-type err-long src test examples bench build-tools',
  });

  const jest = 'jest --ci';
  const tests = project.addTask('test:only', { description: 'Runs the tests and nothing else', exec: jest, receiveArgs: true });
  project.addTask('test:coverage', { description: 'Runs the tests and measures what they cover', exec: `${jest} --coverage`, receiveArgs: true });

  // .ci/run reads this list, and goes on where `npm test` stops.
  project.testTask.reset();
  [typecheck, project.compileTask, lint, layers].forEach(task => project.testTask.spawn(task));
  project.testTask.spawn(tests, { receiveArgs: true });

  project.addTask('conformance', {
    description: 'Puts what is synthesized on real systems and observes; needs root and package registries. --only <tier>, --strict, --prove',
    exec: 'tsx --tsconfig test/tsconfig.json test/conformance/run.ts',
    receiveArgs: true,
  });

  project.addTask('crds', {
    description: 'Writes the CRDs that tests hold objects to, from the packages that carry them; needs package registries',
    exec: 'tsx --tsconfig test/tsconfig.json test/conformance/crds.ts',
  });

  project.addTask('mutants', {
    description: 'Writes src wrongly in one place after another and sees whether a test fails. --every 3, --only src/istio, --write',
    exec: 'tsx --tsconfig test/tsconfig.json test/mutants/run.ts',
    receiveArgs: true,
  });

  project.addTask('packed', {
    description: 'Installs the packed tarball elsewhere and extends it there, in TypeScript and in Python; needs package registries. --strict',
    exec: 'tsx --tsconfig test/tsconfig.json test/packed/run.ts',
    receiveArgs: true,
  });

  // The README of each language's package shows that language: what of it does not compile has no translation.
  const rosetta = project.addTask('rosetta', { description: 'Translates the programs of README.md into the other languages', exec: 'jsii-rosetta extract --strict .' });
  ['python', 'java', 'dotnet', 'go'].forEach(language => project.tasks.tryFind(`package:${language}`)!.prependSpawn(rosetta));

  project.addTask('site', {
    description: 'Builds docs as a site and looks at it in a browser; needs the npm registry and a Chromium. --strict, --shots <folder>',
    exec: 'node site/look.mjs',
    receiveArgs: true,
  });

  // Compiled first: a loader that transpiles while it runs would be measured too.
  const bench = project.addTask('bench', { description: 'Measures synthesis against hand-written cdk8s; fails over its limits. --short for less' });
  bench.exec('tsc -p bench/tsconfig.json --noEmit false --declaration false --outDir .bench');
  bench.exec('cp -R examples/shop/contracts .bench/examples/shop/');
  bench.exec('tsx --tsconfig bench/tsconfig.json bench/run.ts', { receiveArgs: true });
}
