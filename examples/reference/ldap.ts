import { Chart } from 'cdk8s';
import { EnvNames, Ldap, LdapProvider, Platform, Pods, Secrets, SecretStore, Tls, TlsAuthority, Topology, Workload } from 'cdk8s-backing-services';
import { Deployment, ServiceAccount } from 'cdk8s-plus-33';

/** One program, three directories: whoever provides one, its consumer reads a URL, a base and whom to bind as. */
export function ldap(chart: Chart): Topology {
  const topology = new Topology(chart, 'shop');
  const vault = SecretStore.cluster('vault');
  const process = (name: string) => new Workload(topology, name, { pods: Pods.of(new Deployment(chart, `${name}-deployment`, {
    serviceAccount: new ServiceAccount(chart, `${name}-account`), containers: [{ image: `registry.example.com/${name}:1.4.0` }],
  })) });
  const wiki = process('wiki');

  // #region external
  const staff = new Ldap(topology, 'staff', { provider: LdapProvider.external({
    host: 'ldap.example.com', baseDn: 'ou=people,dc=example,dc=com', credentials: vault.secret('staff/ldap', { username: 'bind-dn', password: 'password', ca: 'ca' }),
  }) });
  wiki.uses(staff);
  // #endregion

  // #region inCluster
  const partners = new Ldap(topology, 'partners', { provider: LdapProvider.inCluster({
    service: 'openldap', namespace: 'identity', podLabels: { app: 'openldap' }, baseDn: 'dc=partners,dc=example', tls: Tls.inProtocol(TlsAuthority.LOGIN),
    credentials: vault.secret('partners/ldap', { username: 'bind-dn', password: 'password', ca: 'ca' }),
  }) });
  wiki.uses(partners);
  // #endregion

  // #region workload
  const server = process('directory');
  const guests = new Ldap(topology, 'guests', { provider: LdapProvider.workload(server, {
    baseDn: 'dc=guests,dc=example', targetPort: 3389, credentials: vault.secret('guests/ldap', { username: 'bind-dn', password: 'password' }),
    serverEnvNames: EnvNames.map({ DS_SUFFIX_NAME: '{base-dn}', DS_DM_PASSWORD: '{password}' }),
  }) });
  wiki.uses(guests);
  // #endregion

  new Platform(chart, 'platform', { topology, secrets: Secrets.externalSecrets() });
  return topology;
}
