import { JsonFile, Project } from 'projen';

/** The program of everything that is written in TypeScript; `npm run typecheck` checks it at once. */
export const TSCONFIG_OF_ALL = 'tsconfig.all.json';

/** Folders beside `src` and `test` that hold TypeScript. Each gets a tsconfig.json, so that tsx, editors and eslint find one. */
const FOLDERS = ['examples', 'bench', 'build-tools'];

function pathsTo(source: string): Record<string, string[]> {
  return {
    'cdk8s-backing-services': [`${source}/index.ts`],
    'cdk8s-backing-services/pulumi': [`${source}/pulumi/index.ts`],
  };
}

/** Adds the TypeScript programs that projen knows nothing of. */
export function addTsconfigs(project: Project): void {
  new JsonFile(project, TSCONFIG_OF_ALL, {
    marker: true,
    obj: {
      extends: './tsconfig.json',
      compilerOptions: {
        noEmit: true,
        rootDir: '.',
        isolatedModules: true,
        incremental: true,
        tsBuildInfoFile: 'node_modules/.cache/all.tsbuildinfo',
        paths: pathsTo('./src'),
      },
      include: [...['src', 'test', ...FOLDERS, 'projenrc'].map(folder => `${folder}/**/*.ts`), '.projenrc.ts'],
    },
  });
  for (const folder of FOLDERS) {
    new JsonFile(project, `${folder}/tsconfig.json`, {
      marker: true,
      obj: {
        extends: '../tsconfig.json',
        compilerOptions: { noEmit: true, rootDir: '..', isolatedModules: true, paths: pathsTo('../src') },
        include: ['**/*.ts'],
      },
    });
  }
}
