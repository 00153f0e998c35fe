import { googleCloudStorage } from '../../src/backing-services/google-cloud-storage';
import { expectRefusal, vault } from '../support/declare';

const credentials = vault.secret('files', { 'access-key-id': 'id', 'secret-access-key': 'key' });
const declare = (bucket: string, props: { region?: string; cidrs?: string[] } = {}) => googleCloudStorage({ bucket, credentials, ...props }, 'p');

test('is one host for all buckets, and one for each that can be part of a host', () => {
  expect(declare('files').locator.dialled.map(({ host, port }) => [host, port])).toEqual([['storage.googleapis.com', 443], ['files.storage.googleapis.com', 443]]);
  expect(['my_files', 'files.example.com'].map(bucket => declare(bucket).locator.dialled.length)).toEqual([1, 1]);
});

test('requests are signed for no region unless told', () => {
  expect(declare('my_files')).toMatchObject({ provider: 'google-cloud-storage', settings: { 'region': 'auto', 'path-style': 'true' } });
  expect(declare('files', { region: 'europe-west3', cidrs: ['203.0.113.0/24'] })).toMatchObject({ settings: { 'region': 'europe-west3', 'path-style': 'false' }, locator: { cidrs: ['203.0.113.0/24'] } });
});

test('BST801: refuses what is no bucket', () => expectRefusal(() => declare('Files'), 'BST801', 'p', 'a bucket of Google Cloud Storage'));
