import { ANY_NAME, CsiProvider, written } from './csi-provider';

/** Who enters Azure Key Vault: a workload identity, federated with the account of the consumer's pods. */
export interface AzureCsiOptions {
  /** The tenant of the key vaults: a UUID. */
  readonly tenantId: string;
  /** The client of the identity: a UUID. */
  readonly clientId: string;
}

/**
 * Azure Key Vault: the store is named after the key vault, and an entry is a secret, which has no properties.
 * Sources: https://azure.github.io/secrets-store-csi-driver-provider-azure/docs/getting-started/usage/;
 * https://learn.microsoft.com/en-us/rest/api/keyvault/secrets/set-secret/set-secret (secret-name)
 */
export function azureProvider({ tenantId, clientId }: AzureCsiOptions): CsiProvider {
  return {
    provider: 'azure',
    kinds: ['AzureKeyVault'],
    takes: { property: false, entry: true },
    names: { store: ANY_NAME, entry: /^[0-9a-zA-Z-]{1,127}$/ },
    parameters: objects => ({
      keyvaultName: objects[0].part.storeName!,
      tenantID: tenantId,
      clientID: clientId,
      objects: written({ array: objects.map(({ file, part: { entry } }) => JSON.stringify({ objectName: entry, objectType: 'secret', objectAlias: file })) }),
    }),
  };
}
