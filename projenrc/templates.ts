import { cdk, YamlFile } from 'projen';

const CODE_OF_FINDING = 'The whole message, with its code (BST…) and path, if there is one.';

/** Adds the forms that issues are filed with; that of pull requests is in .projenrc.ts. */
export function addTemplates(project: cdk.JsiiProject): void {
  form(project, 'bug', 'Something does not work', 'What is emitted, refused or told is wrong.', 'bug', [
    area('declared', 'What you declared', 'As few lines as show it: they are run as they stand.', 'ts'),
    area('happened', 'What happened', CODE_OF_FINDING),
    area('expected', 'What you expected', 'The YAML, the message, or what the cluster should have done.'),
    line('versions', 'Versions', 'cdk8s-backing-services, cdk8s, Node.js; of the cluster, Istio and Strimzi if they matter; the language if it is not TypeScript.'),
  ]);
  form(project, 'wish', 'Something cannot be said', 'A system, a kind, a provider or an option that the library has no word for.', 'enhancement', [
    area('system', 'What you have', 'The manifest, the variables or the protocol as they are today; no secret.'),
    area('wanted', 'What you would like to write', 'The declaration as it would read best.', 'ts'),
    area('around', 'How you get around it', 'A patch, a class of your own, or not at all.'),
  ]);
  new YamlFile(project, '.github/ISSUE_TEMPLATE/config.yml', {
    obj: {
      blank_issues_enabled: true,
      contact_links: [{
        name: 'Something could be used to do harm', url: `${REPOSITORY}/security/advisories/new`, about: 'Tell it in private: see SECURITY.md.',
      }],
    },
  });
}

export const REPOSITORY = 'https://github.com/cdk8s-backing-services/cdk8s-backing-services';

/** What a pull request is asked. */
export const PULL_REQUEST = [
  '<!-- Why it is needed, and what somebody sees of it. `Fixes #` and the number of the issue, if there is one. -->', '', '',
  '- [ ] a test fails without it',
  '- [ ] docstrings say what it does, its `@default`, and what it refuses',
  '- [ ] `npm test` passes, and `npm run generate` changes nothing',
  '- [ ] CHANGELOG.md says it, if users see it',
];

type Field = ReturnType<typeof area>;

function form(project: cdk.JsiiProject, file: string, name: string, description: string, label: string, body: readonly Field[]): void {
  new YamlFile(project, `.github/ISSUE_TEMPLATE/${file}.yml`, { obj: { name, description, labels: [label], body } });
}

function area(id: string, label: string, description: string, render?: string) {
  return { type: 'textarea', id, attributes: { label, description, ...render === undefined ? {} : { render } }, validations: { required: id !== 'around' } };
}

function line(id: string, label: string, description: string): Field {
  return { type: 'input', id, attributes: { label, description }, validations: { required: true } };
}
