import { App, Chart } from 'cdk8s';
import { EnvNames, Ldap, LdapProvider, Platform, Pods, Secrets, SecretStore, Tls, TlsAuthority, Topology, Workload } from 'cdk8s-backing-services';
import { deployment } from '../../../../../examples/deployment';

/** One directory, by TLS from the first word on and by StartTLS. */
export const HOSTS = { tls: 'ldaps.example.com', startTls: 'ldap.example.com' };

/** A base whose first part holds what separates parts. */
export const BASE_DN = String.raw`ou=Köln\, R\+D \3D \#1,dc=example,dc=com`;

/** What a program asks for that takes no URL. */
const PARTS = EnvNames.map({
  LDAP_HOST: '{host}', LDAP_PORT: '{port}', LDAP_SSL: '{ssl}', LDAP_START_TLS: '{start-tls}', LDAP_BASE_DN: '{base-dn}', LDAP_BIND_DN: '{username}', LDAP_PASSWORD: '{password}',
  LDAP_CA: '{ca:file}',
});

/** Programs that are told a URL, and programs that are told the parts; those of StartTLS that they must ask for it. */
export function programs(app: App): void {
  const chart = new Chart(app, 'ldap', { namespace: 'ldap' });
  const topology = new Topology(chart, 'ldap');
  const credentials = SecretStore.cluster('vault').secret('ldap/reader', { username: 'bind-dn', password: 'password', ca: 'ca' });
  const staff = new Ldap(topology, 'staff', { provider: LdapProvider.external({ host: HOSTS.tls, baseDn: BASE_DN, credentials }) });
  const partners = new Ldap(topology, 'partners', { provider: LdapProvider.external({
    host: HOSTS.startTls, baseDn: BASE_DN, tls: Tls.inProtocol(TlsAuthority.LOGIN), credentials,
  }) });
  const workload = (name: string) => new Workload(topology, name, { pods: Pods.of(deployment(chart, name, { image: `registry.example.com/${name}:1.0.0` })) });
  workload('node').uses(staff);
  workload('node-start-tls').uses(partners, { envNames: EnvNames.map({
    PARTNERS_URL: '{url}', PARTNERS_BASE_DN: '{base-dn}', PARTNERS_USERNAME: '{username}', PARTNERS_PASSWORD: '{password}', PARTNERS_CA_FILE: '{ca:file}',
    PARTNERS_START_TLS: '{start-tls}',
  }) });
  workload('python').uses(staff, { envNames: PARTS });
  workload('python-start-tls').uses(partners, { envNames: PARTS });
  new Platform(chart, 'platform', { topology, secrets: Secrets.externalSecrets() });
}
