import { AmazonOpenSearchProps } from '../../src';
import { amazonOpenSearch, regionEntries } from '../../src/backing-services/amazon-open-search';
import { expectRefusal, survivesHostileText, textOf, vault } from '../support/declare';

const HOST = 'search-shop-abc123.eu-central-1.es.amazonaws.com';
const declare = (props: Partial<AmazonOpenSearchProps> = {}) => amazonOpenSearch({ host: HOST, ...props }, 'p');
const dialled = (props?: Partial<AmazonOpenSearchProps>) => declare(props).locator.dialled.map(({ host, port }) => `${host}:${port}`);

test('without credentials consumers are let through to where a web identity becomes one', () => {
  expect(dialled({ credentials: vault.secret('s') })).toEqual([`${HOST}:443`]);
  expect(dialled()).toEqual([`${HOST}:443`, 'sts.eu-central-1.amazonaws.com:443']);
  expect(declare({ cidrs: ['10.1.0.0/16'] })).toMatchObject({ provider: 'amazon-opensearch', locator: { cidrs: ['10.1.0.0/16'] } });
});

test.each([
  [HOST, 'eu-central-1'], ['vpc-shop-abc.us-gov-west-1.es.amazonaws.com', 'us-gov-west-1'], ['abc123.eu-west-1.aoss.amazonaws.com', 'eu-west-1'],
  ['search-shop.cn-north-1.es.amazonaws.com.cn', 'cn-north-1'], ['search.example.com', undefined],
])('%s is in the region %s', (host, region) => expect(regionEntries(host).map(({ value }) => textOf(value))[0]).toBe(region));

test.each<[string, Partial<AmazonOpenSearchProps>]>([
  ['BST801', { host: 'search.example.com' }], ['BST801', { host: 'es.amazonaws.com' }], ['BST801', { host: `https://${HOST}` }], ['BST801', { host: `${HOST}.evil.example` }],
  ['BST511', { host: `u:CANARY@${HOST}` }], ['BST017', { credentials: vault.secret('s', { 'api-key': 'k' }) }],
])('%s: refuses %j', (code, props) => expectRefusal(() => declare(props), code, 'p'));

test('survives hostile text', () => survivesHostileText(host => declare({ host })));
