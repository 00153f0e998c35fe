import { AdmittedPeer, NetworkPeer, Workload, WorkloadStanding } from '../../src';
import { newWorkload } from '../support/declare';
import { Declaration } from '../support/topology';

let declared: Declaration;
let web: Workload;
beforeEach(() => {
  declared = new Declaration();
  web = declared.workload('web');
});
const pods = (podLabels: Record<string, string>, namespace = 'shop') => AdmittedPeer.pods({ namespace, podLabels, port: 9090 });
const found = () => declared.found('BST527');

describe('BST527 peer-without-call', () => {
  test('finds pods of a workload of the topology, which have no way out to there', () => {
    declared.workload('prometheus');
    web.admits(pods({ app: 'prometheus' }));
    expect(found()).toEqual(['error web: lets in pods "app=prometheus" in shop at port 9090, and these are pods of prometheus, which no network policy of ours lets out to '
      + 'where it declares no call; declare what prometheus calls in place of letting it in, or give podLabels that only the pods have that are meant']);
  });

  test('finds them where every workload lets them in, in the mesh too, and tells it of the topology', () => {
    declared.workload('prometheus');
    declared.topology.everyWorkloadAdmits(AdmittedPeer.meshPods({ namespace: 'shop', podLabels: { app: 'prometheus' }, serviceAccountName: 'prometheus', port: 9090 }));
    expect(declared.topology.findings.filter(({ code }) => code === 'BST527').map(({ path }) => path)).toEqual(['test/shop']);
  });

  test.each([
    ['one version of it', { app: 'prometheus', version: 'v1' }, { labels: { app: 'prometheus' }, versions: [{ name: 'v1', labels: { version: 'v1' } }] }],
    ['fewer than all of its pods', { app: 'prometheus', shard: '0' }, {}],
    ['more than its pods', { team: 'a' }, { labels: { app: 'prometheus', team: 'a' } }],
  ])('finds %s', (_, podLabels, made) => {
    declared.workload('prometheus', made);
    web.admits(pods(podLabels));
    expect(found()).toEqual([expect.stringContaining('these are pods of prometheus,')]);
  });

  test('accepts pods of another namespace, other pods, addresses, and pods of a workload that somebody else rules', () => {
    declared.workload('prometheus');
    newWorkload(declared.topology, 'scraper', { standing: WorkloadStanding.FOREIGN });
    for (const peer of [pods({ app: 'prometheus' }, 'monitoring'), pods({ app: 'other' }), pods({ app: 'scraper' })]) web.admits(peer);
    web.admits(AdmittedPeer.addresses({ cidrs: ['10.0.0.0/8'], port: 9090 }));
    expect(found()).toEqual([]);
  });

  test('finds pods of a workload of the topology that are only reached, which let nobody in', () => {
    declared.workload('users');
    web.reaches(NetworkPeer.pods({ namespace: 'shop', podLabels: { app: 'users' }, port: 8080 }));
    expect(found()).toEqual(['error web: reaches pods "app=users" in shop at port 8080, and these are pods of users, which no network policy of ours lets anybody in to '
      + 'who declares no call; declare that web calls a service that users provides in place of reaching it, or give podLabels that only the pods have that are meant']);
  });

  test('accepts that others are reached: pods of another namespace, of somebody else, addresses', () => {
    newWorkload(declared.topology, 'theirs', { standing: WorkloadStanding.FOREIGN });
    for (const [namespace, app] of [['data', 'web'], ['shop', 'theirs']]) web.reaches(NetworkPeer.pods({ namespace, podLabels: { app }, port: 8080 }));
    web.reaches(NetworkPeer.addresses({ cidrs: ['10.0.0.1/32'], port: 6443 }));
    expect(found()).toEqual([]);
  });

  test('is acknowledged on the workload', () => {
    declared.workload('prometheus');
    web.admits(pods({ app: 'prometheus' }));
    declared.topology.acknowledge('BST527', web, 'a policy by hand lets it out to there');
    expect(found()).toEqual([]);
  });
});
