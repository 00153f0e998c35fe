import { Backend, ENTRANCES } from '../../src/private/entrance';

const of = (kind: string, spec: unknown): Backend[] => ENTRANCES.find(each => each.kind === kind)!.backends({ spec }, 'shop');
const route = (...backendRefs: unknown[]) => ({ rules: [{ backendRefs }] });
const virtual = (destination: unknown, more: object = {}, protocol = 'http') => ({ gateways: ['front'], [protocol]: [{ route: [{ destination }], ...more }] });
const API: Backend = { namespace: 'shop', name: 'api', port: undefined };

describe('what an object leads to', () => {
  test('of an Ingress, by its rules and for the rest', () => expect(of('Ingress', {
    defaultBackend: { service: { name: 'rest', port: { name: 'http' } } },
    rules: [{ http: { paths: [{ backend: { service: { name: 'api', port: { number: 80 } } } }, { backend: { resource: {} } }] } }, {}],
  })).toEqual([{ ...API, name: 'rest', port: 'http' }, { ...API, port: 80 }]));

  test.each(['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute'])('of a %s, to Services of any namespace', kind =>
    expect(of(kind, route({ name: 'api', port: 80 }, { name: 'b', namespace: 'other', port: 81 }, { kind: 'Bucket', name: 'c' }))).toEqual(
      [{ ...API, port: 80 }, { namespace: 'other', name: 'b', port: 81 }]));

  test.each<[string, object[], number]>([
    ['a Gateway', [{ name: 'front' }], 1], ['a Gateway and a Service', [{ name: 'front' }, { kind: 'Service', name: 'api' }], 1], ['a Service', [{ kind: 'Service', name: 'api' }], 0],
  ])('of a route of %s', (_, parentRefs, count) => expect(of('HTTPRoute', { parentRefs, ...route({ name: 'api' }) })).toHaveLength(count));

  test.each<[string, string, Backend[]]>([
    ['a short name', 'api', [API]], ['a whole one', 'api.shop.svc.cluster.local', [API]], ['one of another namespace', 'api.b.svc', [{ ...API, namespace: 'b' }]],
    ['a host outside', 'api.example.com', []], ['no host', '', []],
  ])('of a VirtualService by %s', (_, host, expected) => expect(of('VirtualService', virtual({ host }))).toEqual(expected));

  test.each(['http', 'tls', 'tcp'])('of a VirtualService for %s, with the port', protocol =>
    expect(of('VirtualService', virtual({ host: 'api', port: { number: 80 } }, {}, protocol))).toEqual([{ ...API, port: 80 }]));

  test.each<[string, object, number]>([
    ['of the mesh alone', { gateways: ['mesh'] }, 0], ['of the mesh too', { gateways: ['mesh', 'front'] }, 1], ['without gateways', { gateways: undefined }, 0],
  ])('of a VirtualService %s', (_, more, count) => expect(of('VirtualService', { ...virtual({ host: 'api' }), ...more })).toHaveLength(count));

  test.each<[string, object[], number]>([
    ['in the mesh alone', [{ gateways: ['mesh'] }], 0], ['anywhere', [{}], 1], ['at a gateway or in the mesh', [{ gateways: ['mesh'] }, { gateways: ['front'] }], 1],
  ])('of a route that is matched %s', (_, match, count) => expect(of('VirtualService', virtual({ host: 'api' }, { match }))).toHaveLength(count));

  test.each(ENTRANCES.map(({ kind }) => kind))('is nothing of a %s of any shape', kind =>
    expect([undefined, { rules: 1, gateways: ['a'], http: [null] }, { rules: [null] }].flatMap(spec => of(kind, spec))).toEqual([]));
});
