import { WorkloadStanding } from '../../src/model/workload-standing';
import { MeshDeclaration } from '../support/mesh';

/** What BST506 finds where `web` runs as an account and calls `users`. */
function found(serviceAccountName: string | undefined, guarded = true): string[] {
  const declared = new MeshDeclaration();
  const users = declared.users();
  if (!guarded) Object.assign(users.locator.workload!, { standing: WorkloadStanding.FOREIGN });
  declared.workload('web', { serviceAccountName }).calls(users);
  return emitAnd(declared);
}

/** The findings once the mesh has read the topology, which an error keeps from being written. */
function emitAnd(declared: MeshDeclaration): string[] {
  declared.read();
  return declared.found('BST506');
}

const PROBLEM = 'runs as ServiceAccount "default", so every pod of namespace shop that names none could do what it may: calls users-api';
const FIX = 'set it on what makes its pods, as serviceAccount of cdk8s-plus or as a JsonPatch of an ApiObject, or as serviceAccountName where something else makes them';

describe('BST506 default-service-account', () => {
  test('finds a caller that runs as "default"', () => expect(found('default')).toEqual([`error web: ${PROBLEM}; ${FIX}`]));

  test('finds a caller that names none', () => expect(found(undefined)).toEqual([`error web: ${PROBLEM}; ${FIX}`]));

  test.each(['web', 'default-web', 'Default'.toLowerCase() + '.x'])('accepts %s', account => expect(found(account)).toEqual([]));

  test('accepts "default" where no policy of ours asks for the identity', () => expect(found('default', false)).toEqual([]));

  test('accepts "default" of a workload that calls nothing, or only what runs elsewhere', () => {
    const declared = new MeshDeclaration();
    declared.workload('web', { serviceAccountName: 'default' }).uses(declared.ldap());
    declared.workload('idle', { serviceAccountName: 'default' });
    expect(emitAnd(declared)).toEqual([]);
  });

  test('names everything that the identity may do, once for the workload', () => {
    const declared = new MeshDeclaration();
    const web = declared.workload('web', { serviceAccountName: 'default' });
    web.calls(declared.users());
    web.uses(declared.tcp('ldap'));
    expect(emitAnd(declared)).toEqual([`error web: ${PROBLEM}, uses ldap; ${FIX}`]);
  });

  test('is acknowledged on the workload', () => {
    const declared = new MeshDeclaration();
    const web = declared.workload('web', { serviceAccountName: 'default' });
    web.calls(declared.users());
    declared.topology.acknowledge('BST506', web, 'only this workload runs in the namespace');
    expect(emitAnd(declared)).toEqual([]);
  });
});
