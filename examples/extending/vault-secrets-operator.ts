import { ApiObject } from 'cdk8s';
import { CredentialPart, SecretEncoding, SecretSupplier, SuppliedSecret } from 'cdk8s-backing-services';
import { Construct } from 'constructs';

/**
 * A supplier of one's own: HashiCorp's Vault Secrets Operator. It copies properties of one entry and composes nothing, so that what has to be
 * composed or encoded is refused before it is asked.
 * Source: https://developer.hashicorp.com/vault/docs/platform/k8s/vso/api-reference#vaultstaticsecret
 */
export class VaultSecretsOperator extends SecretSupplier {
  public readonly name = 'the Vault Secrets Operator';
  public readonly composes = false;

  public fetches({ storeKind, property }: CredentialPart): boolean {
    return storeKind === 'VaultAuth' && property !== undefined;
  }

  public encodes(encoding: SecretEncoding): boolean {
    return encoding === SecretEncoding.NONE;
  }

  public supply(scope: Construct, { name, namespace, type, values, parts: [{ part }] }: SuppliedSecret): void {
    const templates = Object.entries(values).map(([key, value]) => [key, { text: `{{ get .Secrets "${value.parts[0].secret!.property}" }}` }]);
    new ApiObject(scope, `VaultStaticSecret ${name}`, {
      apiVersion: 'secrets.hashicorp.com/v1beta1',
      kind: 'VaultStaticSecret',
      metadata: { name, namespace },
      spec: {
        vaultAuthRef: part.storeName,
        mount: 'kv',
        type: 'kv-v2',
        path: part.entry,
        destination: { name, create: true, type, transformation: { excludeRaw: true, templates: Object.fromEntries(templates) } },
      },
    });
  }
}
