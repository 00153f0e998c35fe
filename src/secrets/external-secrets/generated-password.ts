import { Construct } from 'constructs';
import { emit } from '../../private/emit';
import { GeneratedSecret } from '../generated-secret';
import { secretMetadata } from './external-secret';
import { ExternalSecretsSettings } from './external-secrets-rules';
import { RefreshPolicy } from './refresh-policy';
import { SecretCreationPolicy, SecretDeletionPolicy } from './secret-lifetime';
import { literalTemplate } from './secret-template';

const GENERATORS = 'generators.external-secrets.io/v1alpha1';

/**
 * Has a password generated. Each time that the operator reads a generator it gets another value, so that it reads this one once: the Secret cannot change,
 * and it outlives its ExternalSecret, which would have another made for a server that keeps the first one on its disk. Letters and digits stand in a URL
 * as they are; of the operator's own alphabet every second password breaks one.
 * Source: https://external-secrets.io/latest/api/generator/password/, https://external-secrets.io/latest/guides/generator/
 */
export function emitGeneratedPassword(scope: Construct, secret: GeneratedSecret, settings: ExternalSecretsSettings): void {
  const { name, namespace, key, length, type = settings.secretType ?? 'Opaque', labels } = secret;
  const texts = Object.entries(secret.texts ?? {}).map(([of, text]) => [of, literalTemplate(text)]);
  emit(scope, {
    apiVersion: GENERATORS, kind: 'Password', name, namespace,
    spec: { length, digits: Math.floor(length / 4), symbols: 0, noUpper: false, allowRepeat: true, encoding: 'raw' },
  });
  emit(scope, {
    apiVersion: 'external-secrets.io/v1', kind: 'ExternalSecret', name, namespace,
    spec: {
      refreshPolicy: RefreshPolicy.CREATED_ONCE,
      refreshInterval: '0s',
      target: {
        name,
        creationPolicy: SecretCreationPolicy.ORPHAN,
        deletionPolicy: SecretDeletionPolicy.RETAIN,
        immutable: true,
        template: {
          engineVersion: 'v2', mergePolicy: 'Replace', type, metadata: secretMetadata(settings, labels), data: { ...Object.fromEntries(texts), [key]: '{{ .password }}' },
        },
      },
      dataFrom: [{ sourceRef: { generatorRef: { apiVersion: GENERATORS, kind: 'Password', name } } }],
    },
  });
}
