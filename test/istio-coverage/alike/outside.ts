import { Difference } from '../coverage-row';
import { Meaning, RoutesMeaning } from '../meaning/meaning';

/** Who looks the name up. */
export const RESOLVED_BY_SIDECAR: Difference = {
  name: 'the sidecar looks the name up',
  why: 'An entry without `resolution` sends to the address that the client dialled, ours to one that the sidecar looked up. Istio\'s task on egress recommends that: a client cannot '
    + 'name one host and reach another.',
  alike: meanings => meanings.map(meaning => meaning.kind === 'ServiceEntry' ? { ...meaning, resolution: 'DNS' } : meaning),
};

/** One entry for several hosts, or one for each. */
export const ONE_ENTRY_PER_HOST: Difference = {
  name: 'an entry for each host',
  why: 'An entry of several hosts means each of them with all of its ports.',
  alike: meanings => meanings.flatMap((meaning): Meaning[] => (
    meaning.kind === 'ServiceEntry' ? meaning.hosts.map(host => ({ ...meaning, hosts: [host] })) : [meaning])),
};

/** A TLS route of a host to itself. */
export const TLS_TO_ITSELF: Difference = {
  name: 'no route of a host to itself',
  why: 'A route by server name that sends to the same host and port says what the entry says alone.',
  alike: meanings => meanings.filter(meaning => meaning.kind !== 'VirtualService' || meaning.routes.length > 0 || !leadsToItself(meaning)),
};

/** A name that a wildcard takes in. */
export const IN_WILDCARD: Difference = {
  name: 'a name beside the wildcard',
  why: 'Consumers are told one name that the wildcard takes in. It has an entry besides, by which the sidecar looks it up.',
  alike: meanings => {
    const hosts = meanings.flatMap(meaning => meaning.kind === 'ServiceEntry' ? meaning.hosts : []);
    return meanings.filter(meaning => meaning.kind !== 'ServiceEntry' || !meaning.hosts.every(host => hosts.some(other => takesIn(other, host))));
  },
};

/** A third party that is known by a Service, and by an address. */
export const AT_ITS_ADDRESS: Difference = {
  name: 'an address among the endpoints, for the name of a Service',
  why: 'The page has a Service of pods outside of the mesh stand in for a third party, by its name among the endpoints. Ours has the address of the third party there. Connections to the host go '
    + 'there, and nobody asks DNS for the host.',
  alike: meanings => meanings.map(meaning => (
    meaning.kind !== 'ServiceEntry' || !JSON.stringify(meaning.endpoints ?? []).includes('my-nginx.mesh-external.svc.cluster.local') ? meaning : (
      { ...meaning, resolution: 'STATIC', endpoints: [{ address: '203.0.113.7' }] }))),
};

function leadsToItself({ host, tls }: RoutesMeaning): boolean {
  return (tls ?? []).every(({ sni, to }) => sni.join() === host && to === host);
}

function takesIn(wildcard: string, host: string): boolean {
  return wildcard.startsWith('*.') && wildcard !== host && host.endsWith(wildcard.slice(1));
}
