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
});
