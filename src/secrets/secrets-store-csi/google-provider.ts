import { ANY_NAME, CsiProvider, written } from './csi-provider';

/**
 * Google Secret Manager: the store is named after the project, and an entry is a secret, which has no properties. Pods enter by Workload Identity.
 * Sources: https://github.com/GoogleCloudPlatform/secrets-store-csi-driver-provider-gcp#usage, and its config/config.go;
 * https://cloud.google.com/secret-manager/docs/reference/rest/v1/projects.secrets/create (secretId)
 */
export const GOOGLE_PROVIDER: CsiProvider = {
  provider: 'gcp',
  kinds: ['GoogleSecretManager'],
  takes: { property: false, entry: true },
  names: { store: ANY_NAME, entry: /^[\w-]{1,255}$/ },
  parameters: objects => ({
    auth: 'pod-adc',
    secrets: written(objects.map(({ file, part: { storeName, entry } }) => (
      { resourceName: `projects/${storeName}/secrets/${entry}/versions/latest`, path: file }))),
  }),
};
