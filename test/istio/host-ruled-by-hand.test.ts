import { ApiObject } from 'cdk8s';
import { MeshDeclaration } from '../support/mesh';

/** What is found of one object that the author writes, beside `users-api` in namespace `shop` and a third party, both called from `edge`. */
function foundOf(kind: string, spec: object | undefined, namespace = 'shop'): string[] {
  const declared = new MeshDeclaration();
  const web = declared.workload('web', { namespace: 'edge' });
  web.calls(declared.users());
  web.calls(declared.payments());
  new ApiObject(declared.chart, 'mine', { apiVersion: 'networking.istio.io/v1', kind, metadata: { name: 'mine', namespace }, spec });
  declared.read();
  return declared.findings('BST620').map(({ path, problem }) => `${path}: ${problem}`);
}

const OWN = 'users-api.shop.svc.cluster.local';
const BANK = 'payments.example.com';
const already = (kind: string, host: string, service: string) => [`test/mine: this ${kind} rules host ${host}, which is ruled for test/shop/${service} already`];

describe('BST620 host-ruled-by-hand', () => {
  test.each<[string, string, object, string, string[]]>([
    ['a VirtualService for our host', 'VirtualService', { hosts: [OWN] }, 'shop', already('VirtualService', OWN, 'users-api')],
    ['one that names it briefly', 'VirtualService', { hosts: ['users-api'] }, 'shop', already('VirtualService', 'users-api', 'users-api')],
    ['one for the mesh too', 'VirtualService', { hosts: [OWN], gateways: ['edge/gate', 'mesh'] }, 'shop', already('VirtualService', OWN, 'users-api')],
    ['a DestinationRule', 'DestinationRule', { host: OWN, trafficPolicy: {} }, 'shop', already('DestinationRule', OWN, 'users-api')],
    ['a ServiceEntry of a third party', 'ServiceEntry', { hosts: ['x.example.com', BANK] }, 'shop', already('ServiceEntry', BANK, 'payments')],
    ['one that the namespace of the caller is shown', 'ServiceEntry', { hosts: [BANK], exportTo: ['edge'] }, 'shop', already('ServiceEntry', BANK, 'payments')],
    ['one that every namespace is shown', 'ServiceEntry', { hosts: [BANK], exportTo: ['*'] }, 'books', already('ServiceEntry', BANK, 'payments')],
    ['one in the namespace of the caller alone', 'DestinationRule', { host: OWN, exportTo: ['.'] }, 'edge', already('DestinationRule', OWN, 'users-api')],
  ])('finds %s', (_, kind, spec, namespace, expected) => expect(foundOf(kind, spec, namespace)).toEqual(expected));

  test.each<[string, string, object | undefined, string]>([
    ['another host', 'VirtualService', { hosts: ['orders.shop.svc.cluster.local', 'users-api.books.svc.cluster.local'] }, 'shop'],
    ['a short name that means another namespace', 'VirtualService', { hosts: ['users-api'] }, 'books'],
    ['a gateway\'s own VirtualService', 'VirtualService', { hosts: [OWN], gateways: ['edge/gate'] }, 'shop'],
    ['a DestinationRule for one workload', 'DestinationRule', { host: OWN, workloadSelector: { matchLabels: { app: 'web' } } }, 'shop'],
    ['what only another namespace sees', 'ServiceEntry', { hosts: [BANK], exportTo: ['.'] }, 'books'],
    ['a kind that the host has no object of', 'ServiceEntry', { hosts: [OWN] }, 'shop'],
    ['another kind', 'Sidecar', { hosts: [OWN] }, 'shop'],
    ['an object without a spec', 'DestinationRule', undefined, 'shop'],
    ['hosts that are no list', 'VirtualService', { hosts: { [OWN]: OWN } }, 'shop'],
  ])('accepts %s', (_, kind, spec, namespace) => expect(foundOf(kind, spec, namespace)).toEqual([]));
});
