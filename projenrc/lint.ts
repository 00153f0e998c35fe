import { typescript } from 'projen';

/** The one rule of the layers that dependency-cruiser cannot see: it knows modules, not the names imported from them. */
const ONLY_UNITS = {
  'no-restricted-imports': ['error', {
    paths: [{
      name: 'cdk8s',
      allowImportNames: ['Duration', 'Size'],
      message: 'Below the outputs there is no App, no Chart and no ApiObject: take Duration and Size, and leave Kubernetes to the outputs.',
    }],
  }],
};

/** Adds the budgets that keep files and functions small, and the imports that only names can tell apart. */
export function addBudgets(project: typescript.TypeScriptProject): void {
  const eslint = project.eslint!;
  ['src/pulumi/**', 'src/contracts/yaml-package.ts', 'src/private/re2.ts', 'examples/**', 'bench/**'].forEach(pattern => eslint.allowDevDeps(pattern));
  eslint.addRules({
    // Where a table of options breaks its lines is for its author to say: rows of what belongs together read better than columns.
    '@stylistic/object-property-newline': 'off',
    '@stylistic/object-curly-newline': 'off',
    '@stylistic/array-bracket-newline': 'off',
    'import/order': ['error', {
      groups: ['builtin', 'external', 'parent', ['sibling', 'index']],
      pathGroups: [{ pattern: 'cdk8s-backing-services{,/**}', group: 'external' }],
      alphabetize: { order: 'asc', caseInsensitive: true },
    }],
  });
  // Text that others wrote meets these patterns: none may take a time that grows faster than the text.
  eslint.addPlugins('regexp');
  eslint.addRules({
    'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
    'regexp/no-super-linear-move': ['error', { report: 'potential', ignorePartial: false }],
  });
  eslint.addIgnorePattern('src/index.ts');
  eslint.addIgnorePattern('src/private/boundary-types.ts');
  eslint.addOverride({
    files: ['src/**/*.ts'],
    rules: {
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', { max: 4 }],
      'complexity': ['error', { max: 10 }],
    },
  });
  eslint.addOverride({
    files: ['model', 'backing-services', 'checks', 'contracts', 'diagram', 'report', 'diff'].map(folder => `src/${folder}/**/*.ts`),
    rules: ONLY_UNITS,
  });
  // A program under test is imported by the package's own name; the rule takes that for an undeclared dependency.
  eslint.addOverride({ files: ['examples/**', 'bench/**', 'test/**'], rules: { 'import/no-extraneous-dependencies': 'off' } });
}
