import { ApiObject } from 'cdk8s';
import { CredentialPart, SecretEncoding, SecretSupplier, SuppliedSecret } from 'cdk8s-backing-services';
import { Construct } from 'constructs';

/**
 * A supplier of one's own: the operator of Bitwarden Secrets Manager. It copies secrets by their ids and composes nothing, so that what has to be composed or
 * encoded is refused before it is asked.
 * Source: https://bitwarden.com/help/secrets-manager-kubernetes-operator/
 */
export class BitwardenOperator extends SecretSupplier {
  public readonly name = 'the Bitwarden operator';
  public readonly composes = false;

  public fetches({ storeKind, property }: CredentialPart): boolean {
    return storeKind === 'BitwardenOrganization' && property === undefined;
  }

  public encodes(encoding: SecretEncoding): boolean {
    return encoding === SecretEncoding.NONE;
  }

  public supply(scope: Construct, { name, namespace, values, parts: [{ part }] }: SuppliedSecret): void {
    new ApiObject(scope, `BitwardenSecret ${name}`, {
      apiVersion: 'k8s.bitwarden.com/v1',
      kind: 'BitwardenSecret',
      metadata: { name, namespace },
      spec: {
        organizationId: part.storeName,
        secretName: name,
        map: Object.entries(values).map(([secretKeyName, value]) => ({ bwSecretId: value.parts[0].secret!.entry, secretKeyName })),
        authToken: { secretName: 'bw-auth-token', secretKey: 'token' },
      },
    });
  }
}
