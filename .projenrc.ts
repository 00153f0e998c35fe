import { cdk8s, javascript } from 'projen';
import { addBudgets } from './projenrc/lint';
import { addTasks } from './projenrc/tasks';
import { addTemplates, PULL_REQUEST } from './projenrc/templates';
import { addTsconfigs, TSCONFIG_OF_ALL } from './projenrc/tsconfigs';

const project = new cdk8s.ConstructLibraryCdk8s({
  name: 'cdk8s-backing-services',
  description: 'Declare once which workloads use which backing services, and how; synthesize everything that Kubernetes, Istio and Strimzi need to make it so.',
  author: 'cdk8s-backing-services contributors',
  authorAddress: 'cdk8s-backing-services@example.com',
  repositoryUrl: 'https://github.com/cdk8s-backing-services/cdk8s-backing-services.git',
  license: 'Apache-2.0',
  copyrightOwner: 'cdk8s-backing-services contributors',
  copyrightPeriod: '2026',
  defaultReleaseBranch: 'main',
  keywords: ['cdk8s', 'kubernetes', 'istio', 'strimzi', 'twelve-factor', 'backing-services', 'service-binding'],
  // What a docstring says of single members would be said of all of them otherwise, in each language's package.
  stability: 'stable',

  packageManager: javascript.NodePackageManager.NPM,
  projenrcTs: true,
  minNodeVersion: '20.16.0',
  workflowNodeVersion: '22',
  jsiiVersion: '~6.0.0',
  typescriptVersion: '~6.0.0',

  // Peer floors that exist in the registry of every jsii language: docs/decisions/0007-peer-floors.md
  cdk8sVersion: '2.70.47',
  constructsVersion: '10.5.0',
  devDeps: [
    '@bufbuild/protobuf@^2.17.0',
    'cdk8s-cli@2.207.60',
    'cdk8s-plus-28@2.5.6',
    'cdk8s-plus-33@^2.5.57',
    '@pulumi/kubernetes@4.34.2',
    '@pulumi/pulumi@3.248.0',
    '@types/node@^20',
    '@tediousjs/connection-string@^1.1.0',
    'ajv@^8',
    'dependency-cruiser@^17',
    'esbuild@^0.28',
    'eslint-plugin-regexp@^2',
    'fast-check@^4',
    'ioredis@^6',
    'js-yaml@^4',
    '@types/js-yaml@^4',
    'pg@^8',
    're2js@^2.10.0',
    'tsx@^4',
    'yaml@^2.8.0',
  ],

  publishToPypi: { distName: 'cdk8s-backing-services', module: 'cdk8s_backing_services' },
  publishToMaven: {
    javaPackage: 'io.github.cdk8sbackingservices',
    mavenGroupId: 'io.github.cdk8s-backing-services',
    mavenArtifactId: 'cdk8s-backing-services',
  },
  publishToGo: { moduleName: 'github.com/cdk8s-backing-services/cdk8s-backing-services-go', packageName: 'backingservices' },
  publishToNuget: { packageId: 'Cdk8sBackingServices', dotNetNamespace: 'Cdk8sBackingServices' },

  depsUpgrade: false,
  githubOptions: { mergify: false },
  pullRequestTemplateContents: PULL_REQUEST,
  npmignoreEnabled: false,
  jestOptions: {
    jestVersion: '^30',
    updateSnapshot: javascript.UpdateSnapshot.NEVER,
    passWithNoTests: false,
    junitReporting: false,
    jestConfig: {
      moduleNameMapper: {
        '^cdk8s-backing-services$': '<rootDir>/src/index.ts',
        '^cdk8s-backing-services/pulumi$': '<rootDir>/src/pulumi/index.ts',
      },
      // Built copies of the package would count as a second package of the same name.
      modulePathIgnorePatterns: ['<rootDir>/lib/', '<rootDir>/dist/'],
      collectCoverage: false,
      collectCoverageFrom: ['src/**/*.ts', '!src/index.ts'],
      maxWorkers: '100%',
      testTimeout: 30_000,
    },
  },
  tsconfigDev: { compilerOptions: { paths: { 'cdk8s-backing-services': ['../src/index.ts'], 'cdk8s-backing-services/pulumi': ['../src/pulumi/index.ts'] } } },
  eslintOptions: {
    dirs: ['src'],
    devdirs: ['test', 'examples', 'bench', 'build-tools', 'projenrc'],
    tsconfigPath: TSCONFIG_OF_ALL,
    commandOptions: { fix: false, extraArgs: ['--max-warnings=0', '--cache', '--cache-location=node_modules/.cache/eslint/'] },
  },
  // docs/reference is made of the assembly in its place: build-tools/reference.ts.
  docgen: false,
  // By hand, as CONTRIBUTING.md says.
  release: false,
  sampleCode: false,
});

project.package.addField('files', ['lib', '.jsii', 'docs', 'schema']);
project.package.addField('exports', {
  '.': { types: './lib/index.d.ts', default: './lib/index.js' },
  './pulumi': { types: './lib/pulumi/index.d.ts', default: './lib/pulumi/index.js' },
  './schema/topology-1.schema.json': './schema/topology-1.schema.json',
  './package.json': './package.json',
  './.jsii': './.jsii',
});

// `moduleResolution: node` reads no `exports`.
/** What the programs of README.md import besides, for their translation into other languages. */
project.package.addField('jsiiRosetta', { exampleDependencies: { 'cdk8s-plus-33': '^2.5.57' } });
project.package.addField('typesVersions', { '*': { pulumi: ['./lib/pulumi/index.d.ts'] } });

project.jest!.config.setupFiles = ['<rootDir>/test/support/quiet.ts'];
project.jest!.config.testMatch = ['<rootDir>/test/**/*.test.ts', '<rootDir>/examples/**/*.test.ts'];

project.gitattributes.addAttributes('*.binpb', 'binary');
project.gitignore.exclude('/.dist.*/', '/.bench/', '/.repo/', '/.npmignore', '/.jsii.tabl.json', '/site/.pages/', '/site/.vitepress/cache/', '/site/dist/', '__pycache__/');
['/src/index.ts', '/src/private/boundary-types.ts', '/docs/checks.md', '/docs/checks/**', '/docs/reference/**', '/docs/bindings.md', '/docs/istio-coverage.md', '/docs/istio.md', '/docs/guides/README.md', '/schema/**', '/test/support/crds/**'].forEach(file => project.annotateGenerated(file));

addTsconfigs(project);
addBudgets(project);
addTasks(project);
addTemplates(project);

// npm omits bindings that the registry lacks at 1.13.0, and `npm ci` then refuses the lockfile.
project.package.addPackageResolutions('unrs-resolver@1.12.2');
project.synth();
