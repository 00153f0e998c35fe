import { AmazonS3Props } from '../../src';
import { amazonS3 } from '../../src/backing-services/amazon-s3';
import { expectRefusal, survivesHostileText, vault } from '../support/declare';

const credentials = vault.secret('files', { 'access-key-id': 'id', 'secret-access-key': 'key' });
const declare = (props: Partial<AmazonS3Props> = {}) => amazonS3({ region: 'eu-central-1', bucket: 'files', ...props }, 'p');
const dialled = (props?: Partial<AmazonS3Props>) => declare(props).locator.dialled.map(({ host }) => host);

test('consumers are let through to the endpoint of the region and to the host of the bucket', () =>
  expect(dialled({ credentials })).toEqual(['s3.eu-central-1.amazonaws.com', 'files.s3.eu-central-1.amazonaws.com']));

test('without credentials they are let through to where a web identity becomes one', () =>
  expect(dialled({ region: 'cn-north-1' })).toEqual(['s3.cn-north-1.amazonaws.com.cn', 'files.s3.cn-north-1.amazonaws.com.cn', 'sts.cn-north-1.amazonaws.com.cn']));

test('a bucket that no certificate names stands in the path', () => {
  expect(dialled({ bucket: 'files.of.shop', credentials })).toEqual(['s3.eu-central-1.amazonaws.com']);
  expect(declare({ bucket: 'files.of.shop' })).toMatchObject({ database: 'files.of.shop', settings: { 'region': 'eu-central-1', 'path-style': 'true' } });
});

test('is told apart from others, and keeps its address ranges', () => {
  const { provider, locator: { cidrs, addresses } } = declare({ cidrs: ['52.219.0.0/16'] });
  expect([provider, cidrs, addresses.map(({ port, tls, protocol }) => `${port} ${tls.start} ${protocol}`)]).toEqual(['amazon-s3', ['52.219.0.0/16'], Array(3).fill('443 client http')]);
});

test.each<[string, Partial<AmazonS3Props>]>([['BST801', { region: 'europe' }], ['BST801', { bucket: 'My Files' }], ['BST511', { bucket: 's3://files' }]])('%s: refuses %j', (code, props) =>
  expectRefusal(() => declare(props), code, 'p'));

test('survives hostile text', () => survivesHostileText(text => [{ region: text }, { bucket: text }].forEach(props => declare(props))));
