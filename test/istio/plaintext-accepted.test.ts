import { AdmittedPeer, IstioOptions, MutualTls, WorkloadProps, WorkloadStanding } from '../../src';
import { newWorkload } from '../support/declare';
import { MeshDeclaration } from '../support/mesh';

const LEGACY = 'the old shop has no sidecar until March';
const found = (mutualTls?: MutualTls, options: IstioOptions = {}, props: Partial<WorkloadProps> = {}) => {
  const declared = new MeshDeclaration(options);
  newWorkload(declared.topology, 'web', { ...props, mutualTls });
  declared.read();
  return declared.found('BST644').map(text => text.replace(/;.*/, ''));
};

test('a migration is reported with its reason, at all ports or at one, until it is over', () => {
  expect(found(MutualTls.permissive(LEGACY))).toEqual([`warning web: its pods take plaintext (PERMISSIVE): ${LEGACY}`]);
  expect(found(MutualTls.STRICT.atPort(9090, MutualTls.disabled(LEGACY)), {}, { standing: WorkloadStanding.MIGRATING })).toEqual([`warning web: its pods take plaintext at port 9090 (DISABLE): ${LEGACY}`]);
  expect([found(MutualTls.STRICT), found()]).toEqual([[], []]);
});

test('of namespaces and of the mesh, too', () => {
  const namespacePolicies = { old: { mutualTls: MutualTls.disabled(LEGACY) }, new: { mutualTls: MutualTls.STRICT }, shut: { denyByDefault: true } };
  expect(found(undefined, { meshPolicy: { mutualTls: MutualTls.permissive(LEGACY) }, namespacePolicies })).toEqual([
    `warning test/shop: in namespace old pods take plaintext (DISABLE): ${LEGACY}`,
    `warning test/shop: in the whole mesh pods take plaintext (PERMISSIVE): ${LEGACY}`,
  ]);
});

test('on a guarded workload it says that the word opens nothing until somebody without an identity is admitted', () => {
  const problem = (admitted: boolean) => {
    const declared = new MeshDeclaration();
    const web = newWorkload(declared.topology, 'web', { mutualTls: MutualTls.permissive(LEGACY) });
    if (admitted) web.admits(AdmittedPeer.addresses({ cidrs: ['10.0.0.0/8'], port: 8080 }));
    declared.read();
    return declared.findings('BST644')[0].problem;
  };
  expect([problem(false), problem(true)].map(text => text.includes('admits() lets somebody in'))).toEqual([true, false]);
});
