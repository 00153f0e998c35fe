import { Ldap, LdapProvider, Tls } from '../../../src';
import { CallName } from '../../../src/private/boundary';
import { Baselines, CIDRS, ENDPOINTS, entered, neighbour, request, servedBy, service } from '../baseline-parts';

const directory = { baseDn: 'dc=example,dc=com' };

export const LDAP = {
  'Ldap#bind': bench => ({ on: new Ldap(bench.topology, 'a', { provider: LdapProvider.workload(bench.web, directory) }), args: [request(bench)] }),
  'LdapProvider.external': () => ({ args: [{ ...entered(), ...directory, host: 'a.example.com', port: 636, tls: Tls.byClient(), cidrs: CIDRS, endpoints: ENDPOINTS }] }),
  'LdapProvider.inCluster': () => ({ args: [{ ...neighbour, ...entered(), ...directory, port: 389 }] }),
  'LdapProvider.workload': bench => servedBy(bench, { ...directory, port: 389 }),
  'new Ldap': bench => service(bench, { provider: LdapProvider.workload(bench.web, directory) }),
} satisfies Partial<Record<CallName, Baselines>>;
