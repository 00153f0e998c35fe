import { ANY_NAME, CsiProvider, written } from './csi-provider';

/** How the provider for HashiCorp Vault reaches it. */
export interface VaultCsiOptions {
  /**
   * URL of Vault: `https://vault.example.com:8200`.
   *
   * @default - what the provider was installed with
   */
  readonly address?: string;
  /**
   * Path that Vault's Kubernetes auth method is mounted at.
   *
   * @default - what the provider was installed with
   */
  readonly kubernetesMount?: string;
}

/**
 * HashiCorp Vault: it enters by the role that the store is named after, as the account of the consumer's pods. Version 2 of the key-value engine has its entries
 * below `data`. Sources: https://developer.hashicorp.com/vault/docs/platform/k8s/csi/configurations; hashicorp/vault-csi-provider, internal/config/config.go
 */
export function vaultProvider({ address, kubernetesMount }: VaultCsiOptions = {}): CsiProvider {
  return {
    provider: 'vault',
    kinds: ['VaultDynamic', 'VaultKeyValueV1', 'VaultKeyValueV2'],
    takes: { property: true, entry: false },
    names: { store: /^[^/]+$/, entry: ANY_NAME },
    parameters: objects => ({
      roleName: objects[0].part.storeName!,
      ...address === undefined ? {} : { vaultAddress: address },
      ...kubernetesMount === undefined ? {} : { vaultKubernetesMountPath: kubernetesMount },
      objects: written(objects.map(({ file, part: { storeKind, storeMount, entry, property } }) => (
        { objectName: file, secretPath: [storeMount, ...storeKind === 'VaultKeyValueV2' ? ['data'] : [], entry].join('/'), secretKey: property }))),
    }),
  };
}
