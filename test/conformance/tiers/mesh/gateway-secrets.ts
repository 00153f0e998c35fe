import { readFileSync } from 'node:fs';
import { SHOP, STAFF } from '../../fixtures/doors';
import { HALL } from '../../fixtures/halls';
import { CertificateAuthority } from '../../systems/certificate-authority';

const [DOORS, EXITS, HALLS] = ['istio-doors', 'istio-exits', 'halls'];
const RBAC = 'rbac.authorization.k8s.io';

/**
 * Certificates of gateways, as cert-manager would make them, and leave for the gateways' accounts to read them: istiod asks the API server for that.
 * Source: istio, pilot/pkg/credentials/kube/secrets.go (`Authorize`)
 */
export async function gatewaySecrets(authority: CertificateAuthority) {
  const secret = async (name: string, namespace: string, host: string) => {
    const { keyFile, certificateFile } = await authority.sign(host);
    const stringData = { 'tls.key': readFileSync(keyFile, 'utf8'), 'tls.crt': readFileSync(certificateFile, 'utf8'), 'ca.crt': authority.certificate };
    return { apiVersion: 'v1', kind: 'Secret', type: 'kubernetes.io/tls', metadata: { name, namespace }, stringData };
  };
  return [
    await secret('shop-tls', DOORS, SHOP), await secret('wide-tls', DOORS, SHOP), await secret('staff-tls', DOORS, STAFF),
    await secret('clerk-tls', EXITS, 'clerk.example.com'),
    await secret('hall-tls', HALLS, HALL),
    ...readers(DOORS, 'door'), ...readers(EXITS, 'exit'), ...readers(HALLS, 'hall-istio'),
  ];
}

function readers(namespace: string, account: string) {
  return [
    { apiVersion: `${RBAC}/v1`, kind: 'Role', metadata: { name: 'secrets', namespace }, rules: [{ apiGroups: [''], resources: ['secrets'], verbs: ['get', 'list', 'watch'] }] },
    {
      apiVersion: `${RBAC}/v1`, kind: 'RoleBinding', metadata: { name: 'secrets', namespace }, roleRef: { apiGroup: RBAC, kind: 'Role', name: 'secrets' },
      subjects: [{ kind: 'ServiceAccount', name: account, namespace }],
    },
  ];
}
