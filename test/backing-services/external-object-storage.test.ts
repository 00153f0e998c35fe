import { ExternalObjectStorageProps } from '../../src';
import { externalObjectStorage } from '../../src/backing-services/external-object-storage';
import { expectRefusal, survivesHostileText, vault } from '../support/declare';

const declare = (props: Partial<ExternalObjectStorageProps> = {}) => externalObjectStorage({ url: 'https://s3.example.com/v1', bucket: 'files', ...props }, 'p');
const hosts = (props?: Partial<ExternalObjectStorageProps>) => declare(props).locator.addresses.map(({ host }) => host);

test('the bucket stands in the path unless told; before the host it is a place of its own, by the same port', () => {
  expect([hosts(), hosts({ pathStyle: true }), hosts({ pathStyle: false })]).toEqual([['s3.example.com'], ['s3.example.com'], ['s3.example.com', 'files.s3.example.com']]);
  expect(declare({ url: 'http://s3.example.com:9000', pathStyle: false }).locator.addresses.map(({ port, tls }) => [port, tls.start])).toEqual([[9000, 'none'], [9000, 'none']]);
});

test('endpoints are told', () => expect(declare({ endpoints: ['203.0.113.7'] }).locator).toMatchObject({ endpoints: ['203.0.113.7'], cidrs: ['203.0.113.7/32'] }));

test('address ranges are those of all hosts', () => expect(declare({ pathStyle: false, cidrs: ['203.0.113.0/24'] }).locator.cidrs).toEqual(['203.0.113.0/24']));

test('BST017: in the clear an authority is of no use', () => {
  const credentials = vault.secret('f', { 'access-key-id': 'i', 'secret-access-key': 'k', 'ca': 'c' });
  expectRefusal(() => declare({ url: 'http://s3.example.com', credentials }), 'BST017', 'p', 'give an https URL');
});

test('survives hostile text', () => survivesHostileText(text => [{ url: text }, { bucket: text }, { region: text }].forEach(props => declare(props))));
