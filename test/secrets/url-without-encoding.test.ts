import { Credential, KubernetesSecret, Postgres, PostgresProvider, SecretBindings, Secrets } from '../../src';
import { vault } from '../support/declare';
import { Declaration } from '../support/topology';

function declare(credentials: Credential) {
  const declared = new Declaration();
  const use = declared.workload('web').uses(new Postgres(declared.topology, 'db', { provider: PostgresProvider.external({ host: 'd.example.com', database: 'd', credentials }) }));
  const bindings = new SecretBindings(declared.chart, 'bindings', { topology: declared.topology, secrets: Secrets.externalSecrets() });
  return { declared, use, variables: bindings.variablesOf(use.source).map(({ name }) => name) };
}

const raw = KubernetesSecret.existing('db', { reason: 'made by the data team' }).credential();

test('finds a URL whose user and password nothing encodes, and binds no broken one', () => {
  const { declared, variables } = declare(raw);
  expect(declared.found('BST520')).toEqual([
    'error web uses db: DB_URL would hold a secret that is not encoded where it stands: nothing encodes a part of a Secret or puts it into a file; keep the credential in a secret store, or give it a part "uri" that holds the whole encoded URL',
  ]);
  expect(variables).toEqual([]);
});

test.each([
  ['a store, whose operator encodes', vault.secret('shop/db')],
  ['a Secret that holds the whole URL', KubernetesSecret.existing('db', { reason: 'made by the data team' }).credential({ uri: 'uri' })],
])('accepts %s', (_, credentials) => {
  const { declared, variables } = declare(credentials);
  expect([declared.found('BST520'), variables]).toEqual([[], ['DB_URL']]);
});

test('an acknowledged one fails nothing: the client reads the parts from files', () => {
  const { declared, use } = declare(raw);
  declared.topology.acknowledge('BST520', use, 'the client assembles the parts itself');
  expect([declared.found('BST520'), declared.found('BST001')]).toEqual([[], []]);
});
