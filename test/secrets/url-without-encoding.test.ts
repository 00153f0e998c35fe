import { Postgres, PostgresProvider, SecretBindings, SecretReference, Secrets } from '../../src';
import { vault } from '../support/declare';
import { Declaration } from '../support/topology';

function declare(credentials: SecretReference) {
  const declared = new Declaration();
  const use = declared.workload('web').uses(new Postgres(declared.topology, 'db', { provider: PostgresProvider.endpoint({ host: 'd.example.com', database: 'd', credentials }) }));
  const bindings = new SecretBindings(declared.chart, 'bindings', { topology: declared.topology, secrets: Secrets.externalSecrets() });
  return { declared, use, variables: bindings.variablesOf(use.source).map(({ name }) => name) };
}

const raw = SecretReference.existing('db', { reason: 'made by the data team' });

test('finds a URL whose user and password nothing encodes, and binds no broken one', () => {
  const { declared, variables } = declare(raw);
  expect(declared.found('BST520')).toEqual([
    'error web uses db: DB_URL would be a URL with a user and password that nothing percent-encodes; use SecretStore.cluster(name).secret(key), or uriKey of SecretReference.existing()',
  ]);
  expect(variables).toEqual([]);
});

test.each([
  ['a store, whose operator encodes', vault.secret('shop/db')],
  ['a Secret that holds the whole URL', SecretReference.existing('db', { reason: 'made by the data team', uriKey: 'uri' })],
])('accepts %s', (_, credentials) => {
  const { declared, variables } = declare(credentials);
  expect([declared.found('BST520'), variables]).toEqual([[], ['DB_URL']]);
});

test('an acknowledged one fails nothing: the client reads the parts from files', () => {
  const { declared, use } = declare(raw);
  declared.topology.acknowledge('BST520', use, 'the client assembles the parts itself');
  expect([declared.found('BST520'), declared.found('BST001')]).toEqual([[], []]);
});
