import { load } from 'js-yaml';
import { Credential, SecretStore } from '../../../src';
import { GOOGLE_PROVIDER } from '../../../src/secrets/secrets-store-csi/google-provider';
import { filesOf } from './objects';

test('asks for the latest version of secrets of the project that the store is named after', () => {
  const credential = Credential.of({ uri: SecretStore.of('GoogleSecretManager', 'shop-prod').entry('db_uri') });
  const { secrets, ...parameters } = GOOGLE_PROVIDER.parameters(filesOf(credential));
  expect(parameters).toEqual({ auth: 'pod-adc' });
  expect(load(secrets)).toEqual([{ resourceName: 'projects/shop-prod/secrets/db_uri/versions/latest', path: 'part-uri' }]);
});
