import { AdmittedPeer, IstioOptions, MutualTls, WorkloadProps, WorkloadStanding } from '../../src';
import { newWorkload } from '../support/declare';
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

  const OFF = MutualTls.disabled('a probe that speaks plaintext only');
  const MIGRATION = MutualTls.permissive('the old shop has no sidecar until March');
  const anyone = (port: number) => AdmittedPeer.anyone({ port });
  const specOf = (props: Partial<WorkloadProps>, admitted: number[] = [], options: IstioOptions = {}) => {
    const declared = new MeshDeclaration(options);
    const web = newWorkload(declared.topology, 'web', props);
    for (const port of admitted) web.admits(anyone(port));
    const { mtls, portLevelMtls = {} } = declared.named('PeerAuthentication').includes('shop/web') ? declared.spec('PeerAuthentication', 'web') : { mtls: 'nothing' };
    return [mtls.mode ?? mtls, Object.entries<{ mode: string }>(portLevelMtls).map(([port, { mode }]) => `${port} ${mode}`)];
  };

  test.each<[string, Partial<WorkloadProps>, number[], [string, string[]]]>([
    ['as it is said of the workload', { mutualTls: MIGRATION }, [], ['PERMISSIVE', []]],
    ['of its ports, sorted', { mutualTls: MutualTls.STRICT.atPort(9090, OFF).atPort(80, MIGRATION) }, [], ['STRICT', ['80 PERMISSIVE', '9090 DISABLE']]],
    ['nothing twice', { mutualTls: OFF.atPort(80, OFF) }, [], ['DISABLE', []]],
    ['plaintext for who is admitted at a port that takes none', { mutualTls: OFF.atPort(80, MutualTls.STRICT) }, [80], ['DISABLE', ['80 PERMISSIVE']]],
    ['plaintext alone where that was said, whoever is admitted', { mutualTls: MutualTls.STRICT.atPort(80, OFF) }, [80], ['STRICT', ['80 DISABLE']]],
    ['plaintext everywhere, whoever is admitted', { mutualTls: MIGRATION }, [80], ['PERMISSIVE', []]],
  ])('takes %s', (_, props, admitted, expected) => expect(specOf(props, admitted)).toEqual(expected));

  test('stands on the way into the mesh, too, where something is said of the workload', () =>
    expect([{ mutualTls: MutualTls.STRICT }, {}].map(props => specOf({ ...props, standing: WorkloadStanding.MIGRATING }))).toEqual([['STRICT', []], ['nothing', []]]));

  test.each<[string, IstioOptions, [string, string[]]]>([
    ['strict namespace', { namespacePolicies: { shop: { mutualTls: MutualTls.STRICT } }, meshPolicy: { mutualTls: MIGRATION } }, ['STRICT', ['80 PERMISSIVE']]],
    ['strict mesh', { namespacePolicies: { other: { mutualTls: MIGRATION } }, meshPolicy: { mutualTls: MutualTls.STRICT } }, ['STRICT', ['80 PERMISSIVE']]],
    ['namespace that takes it anyway', { namespacePolicies: { shop: { mutualTls: MIGRATION } }, meshPolicy: { mutualTls: MutualTls.STRICT } }, ['nothing', []]],
    ['namespace beside the strict one', { namespacePolicies: { other: { mutualTls: MutualTls.STRICT } } }, ['nothing', []]],
  ])('lets somebody in plaintext in to a workload on its way into the mesh, in a %s', (_, options, expected) =>
    expect(specOf({ standing: WorkloadStanding.MIGRATING }, [80], options)).toEqual(expected));
});
