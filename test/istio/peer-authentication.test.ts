import { AdmittedPeer } from '../../src';
import { MeshDeclaration } from '../support/mesh';

describe('PeerAuthentication', () => {
  test('of one workload', () => {
    const declared = new MeshDeclaration();
    declared.workload('web');
    expect(declared.object('PeerAuthentication', 'web')).toMatchSnapshot();
  });

  test('stands in the namespace of the pods', () => {
    const declared = new MeshDeclaration();
    declared.workload('web', { namespace: 'front' });
    expect(declared.named('PeerAuthentication')).toEqual(['front/web']);
  });

  test('selects the workload by all its labels, so that no pod of another owner is ruled', () => {
    const declared = new MeshDeclaration();
    declared.workload('web', { labels: { app: 'web', tier: 'front' } });
    expect(declared.spec('PeerAuthentication', 'web').selector).toEqual({ matchLabels: { app: 'web', tier: 'front' } });
  });

  test('is one for each workload, and covers all versions of it', () => {
    const declared = new MeshDeclaration();
    declared.users({}, ['v1', 'v2']);
    declared.workload('web');
    expect(declared.named('PeerAuthentication')).toEqual(['shop/users', 'shop/web']);
    expect(declared.spec('PeerAuthentication', 'users').selector).toEqual({ matchLabels: { app: 'users' } });
  });

  test('takes plaintext at the ports where pods without a sidecar or addresses are let in, and at no other', () => {
    const declared = new MeshDeclaration();
    const pods = { namespace: 'monitoring', podLabels: { app: 'prometheus' } };
    const web = declared.workload('web');
    for (const port of [9090, 15_020]) web.admits(AdmittedPeer.pods({ ...pods, port }));
    web.admits(AdmittedPeer.addresses({ cidrs: ['35.191.0.0/16'], port: 8080 }));
    web.admits(AdmittedPeer.meshPods({ ...pods, serviceAccountName: 'prometheus', port: 9091 }));
    expect(declared.object('PeerAuthentication', 'web')).toMatchSnapshot();
    expect(declared.spec('PeerAuthentication', 'web').portLevelMtls).toEqual({ 8080: { mode: 'PERMISSIVE' }, 9090: { mode: 'PERMISSIVE' } });
  });

  test('takes plaintext where whoever comes is let in', () => {
    const declared = new MeshDeclaration();
    declared.workload('web').admits(AdmittedPeer.anyone({ port: 8080 }));
    expect(declared.spec('PeerAuthentication', 'web').portLevelMtls).toEqual({ 8080: { mode: 'PERMISSIVE' } });
  });

  test('stays as strict as it is where everybody who is let in has an identity', () => {
    const declared = new MeshDeclaration();
    const web = declared.workload('web');
    web.admits(AdmittedPeer.meshPods({ namespace: 'a', podLabels: { app: 'b' }, serviceAccountName: 'b', port: 9091 }));
    web.admits(AdmittedPeer.anyMeshPods({ port: 9092 }));
    web.admits(AdmittedPeer.meshNamespace({ namespace: 'a', port: 9093 }));
    expect(declared.spec('PeerAuthentication', 'web')).not.toHaveProperty('portLevelMtls');
  });
});
