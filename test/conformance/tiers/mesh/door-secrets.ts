import { readFileSync } from 'node:fs';
import { SHOP, STAFF } from '../../fixtures/doors';
import { CertificateAuthority } from '../../systems/certificate-authority';

const NAMESPACE = 'istio-doors';
const RBAC = 'rbac.authorization.k8s.io';

/**
 * Certificates of the gateway, as cert-manager would make them, and leave for the gateway's account to read them: istiod asks the API server for that.
 * Source: istio, pilot/pkg/credentials/kube/secrets.go (`Authorize`)
 */
export async function doorSecrets(authority: CertificateAuthority) {
  const secret = async (name: string, host: string) => {
    const { keyFile, certificateFile } = await authority.sign(host);
    const stringData = { 'tls.key': readFileSync(keyFile, 'utf8'), 'tls.crt': readFileSync(certificateFile, 'utf8'), 'ca.crt': authority.certificate };
    return { apiVersion: 'v1', kind: 'Secret', type: 'kubernetes.io/tls', metadata: { name, namespace: NAMESPACE }, stringData };
  };
  return [
    await secret('shop-tls', SHOP), await secret('wide-tls', SHOP), await secret('staff-tls', STAFF),
    { apiVersion: `${RBAC}/v1`, kind: 'Role', metadata: { name: 'secrets', namespace: NAMESPACE }, rules: [{ apiGroups: [''], resources: ['secrets'], verbs: ['get', 'list', 'watch'] }] },
    {
      apiVersion: `${RBAC}/v1`, kind: 'RoleBinding', metadata: { name: 'secrets', namespace: NAMESPACE }, roleRef: { apiGroup: RBAC, kind: 'Role', name: 'secrets' },
      subjects: [{ kind: 'ServiceAccount', name: 'door', namespace: NAMESPACE }],
    },
  ];
}
