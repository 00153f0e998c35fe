import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { GO, moduleFolder } from './go';
import { PinnedTool } from './pinned-tool';

const EXTERNAL_SECRETS = ['external-secrets.io_externalsecrets.yaml', 'external-secrets.io_pushsecrets.yaml', 'generators.external-secrets.io_passwords.yaml'];
const PROVIDER_CLASS = 'secrets-store.csi.x-k8s.io_secretproviderclasses.yaml';
const ITEM = 'onepassword.com_onepassworditems.yaml';
const GATEWAY_API = ['gateways', 'gatewayclasses', 'httproutes', 'grpcroutes', 'tlsroutes', 'tcproutes', 'referencegrants', 'backendtlspolicies', 'listenersets']
  .map(kind => `gateway.networking.k8s.io_${kind}.yaml`);
/** The kind of which the experimental channel has more words that are emitted. */
const EXPERIMENTAL = 'gateway.networking.k8s.io_httproutes.yaml';
const DATABASES = ['postgresql.cnpg.io_databaseroles.yaml', 'postgresql.cnpg.io_databases.yaml'];

/** Modules, and the CRDs in them that this library emits objects of. */
const CARRIED = [
  ...EXTERNAL_SECRETS.map(file => ['github.com/external-secrets/external-secrets', 'config/crds/bases', file] as const),
  ...GATEWAY_API.map(file => ['sigs.k8s.io/gateway-api', 'config/crd/standard', file] as const),
  ['sigs.k8s.io/secrets-store-csi-driver', 'config/crd/bases', PROVIDER_CLASS],
  ['github.com/1Password/onepassword-operator', 'config/crd/bases', ITEM],
  ...DATABASES.map(file => ['github.com/cloudnative-pg/cloudnative-pg', 'config/crd/bases', file] as const),
] as const;

/** The CRDs of what supplies secrets, of what makes databases, and of the Gateway API. */
export const SUPPLIER_CRDS = new PinnedTool({
  name: 'CRDs of External Secrets 1.3.2, Secrets Store CSI Driver 1.6.0, 1Password Operator 1.12.0, CloudNativePG 1.30.0 and the Gateway API 1.6.0',
  declaredIn: 'crds',
  async make(declaration, into) {
    for (const folder of ['crds', 'experimental']) mkdirSync(join(into, folder));
    for (const [module, folder, file] of CARRIED) copyFileSync(join(await moduleFolder(declaration, module), folder, file), join(into, 'crds', file));
    const gatewayApi = await moduleFolder(declaration, 'sigs.k8s.io/gateway-api');
    copyFileSync(join(gatewayApi, 'config/crd/experimental', EXPERIMENTAL), join(into, 'experimental', EXPERIMENTAL));
  },
  revision: 6,
  install: GO,
});

/** The files of the CRDs. */
export function externalSecretsCrds(): string[] {
  return EXTERNAL_SECRETS.map(file => SUPPLIER_CRDS.path('crds', file));
}

/** The file of the CRD of the Secrets Store CSI Driver. */
export function providerClassCrds(): string[] {
  return [SUPPLIER_CRDS.path('crds', PROVIDER_CLASS)];
}

/** The file of the CRD of the 1Password operator. */
export function onePasswordCrds(): string[] {
  return [SUPPLIER_CRDS.path('crds', ITEM)];
}

/** The files of the CRDs of the Gateway API, of its standard channel. */
export function gatewayApiCrds(): string[] {
  return GATEWAY_API.map(file => SUPPLIER_CRDS.path('crds', file));
}

/** The same with the routes of the experimental channel, which take what those of the standard one take. */
export function experimentalGatewayApiCrds(): string[] {
  return [...gatewayApiCrds().filter(file => !file.endsWith(EXPERIMENTAL)), experimentalHttpRouteCrd()];
}

/** The file of the CRD of HTTPRoutes of the experimental channel. */
export function experimentalHttpRouteCrd(): string {
  return SUPPLIER_CRDS.path('experimental', EXPERIMENTAL);
}

/** The files of the CRDs of CloudNativePG. */
export function cloudNativePgCrds(): string[] {
  return DATABASES.map(file => SUPPLIER_CRDS.path('crds', file));
}
