import { MadeService, serviceMadeBy } from '../../src/private/made-service';

const of = (spec: unknown) => serviceMadeBy({ manifest: () => ({ spec }) });
const ports = (...given: unknown[]) => of({ ports: given }).ports;

describe('what a Kubernetes Service says', () => {
  test('is its type, selector and ports', () => expect(of({
    type: 'NodePort', selector: { app: 'web' }, ports: [{ name: 'http', port: 80, targetPort: 8080, appProtocol: 'http' }],
  })).toEqual<MadeService>({
    type: 'NodePort', externalName: undefined, isHeadless: false, selector: { app: 'web' },
    ports: [{ name: 'http', port: 80, target: 8080, appProtocol: 'http' }],
  }));

  test('leads to the port that is dialled where it says no other, and to a port by its name', () =>
    expect(ports({ port: 80 }, { port: 81, targetPort: 'web' }, { port: 82, targetPort: null }).map(({ target }) => target)).toEqual([80, 'web', 82]));

  test('leaves out ports that are not of TCP, and what is no port', () =>
    expect(ports({ port: 53, protocol: 'UDP' }, { port: '80' }, null, { port: 54, protocol: 'TCP' }).map(({ port }) => port)).toEqual([54]));

  test('is that of a name of another host', () => expect([of({ type: 'ExternalName', externalName: 'a.example.com' }), of({ type: 'ExternalName' })]
    .map(({ externalName }) => externalName)).toEqual(['a.example.com', '']));

  test('is headless by its clusterIP', () => expect([of({ clusterIP: 'None' }), of({ clusterIP: '10.0.0.1' })].map(({ isHeadless }) => isHeadless)).toEqual([true, false]));

  test.each([undefined, null, 1, 'x', { ports: {}, selector: 1 }])('is nothing of %j', spec =>
    expect(of(spec)).toEqual({ type: 'ClusterIP', externalName: undefined, isHeadless: false, selector: {}, ports: [] }));

  test('is rendered once', () => {
    const manifest = jest.fn(() => ({}));
    const object = { manifest };
    expect(serviceMadeBy(object)).toBe(serviceMadeBy(object));
    expect(manifest).toHaveBeenCalledTimes(1);
  });
});
