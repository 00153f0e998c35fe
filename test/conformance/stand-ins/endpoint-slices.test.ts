import { podElsewhere } from './deployment-pods';
import { endpointSliceOf, selectedBy, targetPortOf } from './endpoint-slices';

const service = {
  apiVersion: 'v1', kind: 'Service', metadata: { name: 'reviews', namespace: 'books' },
  spec: { selector: { app: 'reviews' }, ports: [{ name: 'http', port: 80, targetPort: 9080, protocol: 'TCP', appProtocol: 'http' }] },
};
const placed = (namespace: string, labels: Record<string, string>) => ({ manifest: podElsewhere('r', namespace, labels, 'r'), address: '10.77.1.10' });

test('a Service leads to the pods of its namespace that carry its labels', () => {
  const pods = [placed('books', { app: 'reviews', version: 'v1' }), placed('books', { app: 'users' }), placed('shop', { app: 'reviews' })];
  expect(selectedBy(service, pods)).toEqual([pods[0]]);
  expect(endpointSliceOf(service, pods)).toMatchObject({ ports: [{ port: 9080, appProtocol: 'http' }], endpoints: [{ addresses: ['10.77.1.10'], conditions: { ready: true } }] });
});

test('a port may be meant by its name in the container', () => {
  const pod = placed('books', {}).manifest;
  const manifest = { ...pod, spec: { ...pod.spec, containers: [{ ports: [{ name: 'web', containerPort: 8000 }] }] } };
  expect(targetPortOf({ port: 80, targetPort: 'web' }, [{ manifest }])).toBe(8000);
  expect(targetPortOf({ port: 80 }, [])).toBe(80);
  expect(() => targetPortOf({ port: 80, targetPort: 'admin' }, [{ manifest }])).toThrow('no container has a port named admin');
});
