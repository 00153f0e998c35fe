import { ElasticCloudProps } from '../../src';
import { elasticCloud } from '../../src/backing-services/elastic-cloud';
import { accepts, expectRefusal, survivesHostileText, vault } from '../support/declare';

const HOST = 'shop-1a2b3c.es.eu-central-1.aws.elastic.cloud';
const declare = (props: Partial<ElasticCloudProps> = {}) => elasticCloud({ host: HOST, credentials: vault.secret('s', { 'api-key': 'encoded' }), ...props }, 'p');

test('answers HTTPS at 443 unless told, and is told apart from others', () => {
  const { provider, locator } = declare({ cidrs: ['203.0.113.0/24'] });
  expect([provider, locator.cidrs]).toEqual(['elastic-cloud', ['203.0.113.0/24']]);
  expect(locator.primary).toMatchObject({ host: HOST, port: 443, tls: { start: 'client', authority: 'system' }, appProtocol: 'tls' });
  expect(declare({ port: 9243 }).locator.primary.port).toBe(9243);
});

test('every domain of Elastic Cloud is one', () => {
  const hosts = ['a.es.eu-west-1.aws.found.io', 'a.es.westeurope.azure.elastic-cloud.com', 'a.es.us-central1.gcp.cloud.es.io', 'a.found.no'];
  expect(hosts.filter(host => !accepts(() => declare({ host })))).toEqual([]);
});

test.each<[string, Partial<ElasticCloudProps>]>([
  ['BST801', { host: 'search.example.com' }], ['BST801', { host: 'elastic.cloud' }], ['BST801', { host: 'a.notelastic.cloud' }], ['BST801', { host: `https://${HOST}` }],
  ['BST511', { host: `u:CANARY@${HOST}` }], ['BST017', { credentials: vault.secret('s', { uri: 'u' } as any) }],
])('%s: refuses %j', (code, props) => expectRefusal(() => declare(props), code, 'p'));

test('survives hostile text', () => survivesHostileText(host => declare({ host })));
