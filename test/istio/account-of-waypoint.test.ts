import { AmbientDeclaration } from '../support/ambient';

const found = (declare: (declared: AmbientDeclaration) => void, waypoint?: string) => {
  const declared = new AmbientDeclaration({ waypoint });
  declared.caller('web', declared.users());
  declare(declared);
  declared.read();
  return declared.found('BST675');
};

test('BST675 finds pods that run as the account of the waypoint of their namespace', () => {
  expect(found(declared => declared.workload('proxy', { serviceAccountName: 'waypoint' }))).toEqual([
    'error proxy: its pods run as "waypoint", the account of the waypoint in shop; run the pods as an account of their own, or give the waypoint another name',
  ]);
  expect(found(declared => declared.workload('proxy', { serviceAccountName: 'way' }), 'way')).toHaveLength(1);
});

test('BST675 accepts it where no waypoint is, or one of another name', () => {
  expect(found(declared => declared.workload('proxy', { serviceAccountName: 'waypoint', namespace: 'elsewhere' }))).toEqual([]);
  expect(found(declared => declared.workload('proxy', { serviceAccountName: 'waypoint' }), 'way')).toEqual([]);
});
