import { TopologyDocuments } from 'cdk8s-backing-services';
import { Synthesized } from '../synthesized';
import { consumersTable } from './consumers-table';
import { billing, caches } from './extending';

const declared = new Synthesized('extending', 'acme', caches);
const billed = new Synthesized('extending-billing', 'acme', billing);

test('the kind tells its consumers where it is', () => {
  expect(declared.variables('web')).toMatchObject({ SESSIONS_SERVERS: 'sessions.example.com:11211', PAGES_SERVERS: 'pages.example.com:11211' });
});

test('the check finds the cache that is required, and accepts the one that is optional', () => {
  expect(declared.topology.findings.map(({ code, path }) => `${code} ${path}`)).toEqual([expect.stringMatching(/^ACME001 .*sessions$/)]);
});

test('the provider is a provider of the kind, and the convention names its parts as Quarkus reads them', () => {
  expect(billed.variables('invoices')).toEqual({
    QUARKUS_DATASOURCE_JDBC_URL: 'jdbc:postgresql://ledger-primary.acme.svc:5432/app?sslmode=verify-full&sslrootcert=/bindings/ledger/ca.crt',
    QUARKUS_DATASOURCE_USERNAME: 'secret ledger-pguser-ledger user',
    QUARKUS_DATASOURCE_PASSWORD: 'secret ledger-pguser-ledger password',
    MAILS_URL: 'http://mails.acme.svc',
    SERVICE_BINDING_ROOT: '/bindings',
  });
});

test('the supplier fills the Secret that the consumer reads', () => {
  expect(billed.variables('mailer')).toMatchObject({ SMTP_RELAY_TOKEN: 'secret mailer-smtp-relay token' });
  expect(billed.spec('BitwardenSecret', 'mailer-smtp-relay')).toMatchObject({ organizationId: 'acme', secretName: 'mailer-smtp-relay' });
});

test('the output makes an object for what somebody depends on', () => {
  expect(billed.names('PodDisruptionBudget')).toEqual(['mailer']);
});

test('the text is made of the document', () => {
  expect(consumersTable(TopologyDocuments.of(billed.topology)).split('\n').slice(2, 5)).toEqual([
    '| ledger | operator | invoices |', '| mails | workload | invoices |', '| smtp-relay | external | mailer |',
  ]);
});

test('nothing is found that was not meant to be', () => {
  expect(billed.topology.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('the YAML', () => {
  expect(declared.yaml).toMatchSnapshot('caches');
  expect(billed.yaml).toMatchSnapshot('billing');
});
