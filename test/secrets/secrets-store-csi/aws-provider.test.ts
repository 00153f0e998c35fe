import { load } from 'js-yaml';
import { Credential, SecretStore } from '../../../src';
import { awsProvider } from '../../../src/secrets/secrets-store-csi/aws-provider';
import { filesOf } from './objects';

const region = SecretStore.of('AwsSecretsManager', 'eu-west-1');
const told = (credential: Credential, podIdentity = false) => {
  const { objects, ...parameters } = awsProvider(podIdentity).parameters(filesOf(credential));
  return { parameters, objects: load(objects) };
};

test('asks for each secret once, in the region that the store is named after; its keys are quoted, whatever is in them', () => {
  const { parameters, objects } = told(region.secret('shop/db', { username: 'user', password: 'the "pass"-word' }));
  expect(parameters).toEqual({ region: 'eu-west-1', usePodIdentity: 'false' });
  expect(objects).toEqual([{ objectName: 'shop/db', objectType: 'secretsmanager', jmesPath: [
    { path: '"the \\"pass\\"-word"', objectAlias: 'part-password' }, { path: '"user"', objectAlias: 'part-username' },
  ] }]);
});

test('a whole secret has a file too, beside the keys of it and of others', () => {
  const { objects } = told(Credential.of({ uri: region.entry('shop/db'), password: region.property('shop/db', 'p'), ca: region.entry('ca') }));
  expect(objects).toEqual([
    { objectName: 'ca', objectType: 'secretsmanager', objectAlias: 'part-ca' },
    { objectName: 'shop/db', objectType: 'secretsmanager', objectAlias: 'part-uri', jmesPath: [{ path: '"p"', objectAlias: 'part-password' }] },
  ]);
});

test('pods enter by EKS Pod Identity where that is said', () => expect(told(region.secret('db'), true).parameters.usePodIdentity).toBe('true'));
