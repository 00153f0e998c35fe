import { Construct } from 'constructs';
import { emit } from '../../private/emit';
import { byCodePoint } from '../../private/names';
import { SuppliedSecret } from '../supplied-secret';
import { CsiObject, CsiProvider } from './csi-provider';

interface SecretProviderClassSpec {
  readonly provider: string;
  readonly parameters: Record<string, string>;
  readonly secretObjects: {
    readonly secretName: string;
    readonly type: string;
    readonly data: { readonly key: string; readonly objectName: string }[];
  }[];
}

/** The parts of a Secret as files of the volume. Their names are none that a store gives to an entry by itself. */
export function objectsOf({ parts }: SuppliedSecret): CsiObject[] {
  return parts.map(({ name, part }) => ({ file: `part-${name}`, part }));
}

/**
 * Tells the driver what to mount for one consumer and one service, and which Secret to make of it, as long as a pod has the volume mounted.
 * Source: https://secrets-store-csi-driver.sigs.k8s.io/topics/sync-as-kubernetes-secret
 */
export function emitSecretProviderClass(scope: Construct, secret: SuppliedSecret, provider: CsiProvider): void {
  const { name, namespace, type, values } = secret;
  const objects = objectsOf(secret);
  const files = new Map(objects.map(({ file, part }) => [part.place, file]));
  const data = Object.entries(values).map(([key, { parts: [{ secret: part }] }]) => ({ key, objectName: files.get(part!.place)! }));
  emit<SecretProviderClassSpec>(scope, {
    apiVersion: 'secrets-store.csi.x-k8s.io/v1',
    kind: 'SecretProviderClass',
    name,
    namespace,
    spec: {
      provider: provider.provider,
      parameters: provider.parameters(objects),
      secretObjects: [{ secretName: name, type, data: data.sort((a, b) => byCodePoint(a.key, b.key)) }],
    },
  });
}
