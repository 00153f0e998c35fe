import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crdFileOf, EXPERIMENTAL, RELEASES } from '../support/crd-schemas';
import { renderSlice } from '../support/crd-slice';
import { cloudNativePgCrds, experimentalHttpRouteCrd, externalSecretsCrds, gatewayApiCrds, onePasswordCrds, providerClassCrds, SUPPLIER_CRDS } from './toolbox/crds';
import { ISTIO_CRDS, ISTIO_CRDS_BEFORE, istioCrdFile } from './toolbox/istio-crds';
import { rolloutCrd, ROLLOUTS } from './toolbox/rollouts';
import { STRIMZI_CRDS, strimziCrds } from './toolbox/strimzi-crds';

/** Files of CRDs that no package carries; they lie beside the repository. */
const BESIDE = join(__dirname, '../../../shared/crds');

/** Where the CRDs of each release come from. */
const SOURCES: Record<string, () => string[]> = {
  'Istio 1.31.4': () => [istioCrdFile(ISTIO_CRDS)],
  'Istio 1.30.3': () => [istioCrdFile(ISTIO_CRDS_BEFORE)],
  'Strimzi 1.2.0': () => strimziCrds().filter(file => !file.includes('kafkaaccess')),
  // Its generator of CRDs was not published.
  'Strimzi 0.51.0': () => ['043-Crd-kafkatopic.yaml', '044-Crd-kafkauser.yaml'].map(file => join(BESIDE, 'strimzi-0.51.0', file)),
  'Kafka Access Operator 0.3.0': () => strimziCrds().filter(file => file.includes('kafkaaccess')),
  'External Secrets 1.3.2': () => externalSecretsCrds(),
  // Modules of Go from a second major version on need it in their path, and this one has none.
  'External Secrets 2.9.0': () => (
    ['external-secrets.io_externalsecrets.yaml', 'external-secrets.io_pushsecrets.yaml', 'generators.external-secrets.io_passwords.yaml']
      .map(file => join(BESIDE, 'external-secrets', file))),
  'Secrets Store CSI Driver 1.6.0': () => providerClassCrds(),
  '1Password Operator 1.12.0': () => onePasswordCrds(),
  'CloudNativePG 1.30.0': () => cloudNativePgCrds(),
  'Gateway API 1.6.0': () => gatewayApiCrds(),
  'Argo Rollouts 1.9.0': () => [rolloutCrd()],
  'Gateway API 1.6.0 experimental': () => [experimentalHttpRouteCrd()],
  // Its module is not to be had.
  'Vault Secrets Operator 1.4.1': () => ['static', 'dynamic'].map(kind => join(BESIDE, `vault-secrets-operator/secrets.hashicorp.com_vault${kind}secrets.yaml`)),
};

async function main(): Promise<void> {
  for (const tool of [ISTIO_CRDS, ISTIO_CRDS_BEFORE, STRIMZI_CRDS, SUPPLIER_CRDS, ROLLOUTS]) if (!tool.present()) await tool.build();
  for (const release of [...RELEASES, EXPERIMENTAL]) {
    const yaml = SOURCES[release.name]().map(file => readFileSync(file, 'utf8')).join('\n---\n');
    writeFileSync(crdFileOf(release), renderSlice(yaml));
  }
}

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
