import { exportToOf } from '../../src/istio/export-to';
import { MeshDeclaration } from '../support/mesh';

test('an object is seen at home, and where consumers of a service of ours live', () => {
  const declared = new MeshDeclaration();
  const users = declared.users();
  for (const namespace of ['web', 'app']) declared.workload(namespace, { namespace }).calls(users);
  expect(exportToOf(declared.hosts(users)[0])).toEqual(['.', 'app', 'web']);
});

test('an object about a host of somebody else is seen at home only', () => {
  const declared = new MeshDeclaration();
  const ldap = declared.ldap();
  declared.caller('web', ldap);
  expect(exportToOf(declared.hosts(ldap)[0])).toEqual(['.']);
});

test('an object about a third party that gateways alone call is seen where their pods are', () => expect(exportToOf({ isSeenThere: false, visibleTo: ['istio-ingress'] })).toEqual(['istio-ingress']));
