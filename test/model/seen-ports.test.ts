import { HttpProvider, HttpService, TcpProvider, TcpService } from '../../src';
import { bytePortsOf, requestPortsOf } from '../../src/model/seen-ports';
import { Declaration } from '../support/topology';

test('ports of the pods are told by whether a mesh sees requests there', () => {
  const declared = new Declaration();
  const both = declared.workload('both');
  for (const port of [8081, 8080]) new HttpService(declared.topology, `http-${port}`, { provider: HttpProvider.workload(both, { service: `http-${port}`, targetPort: port }) });
  new TcpService(declared.topology, 'tcp', { provider: TcpProvider.workload(both, { port: 9000, targetPort: 9001 }) });
  const graph = declared.topology.read();
  expect(requestPortsOf(both, graph)).toEqual([8080, 8081]);
  expect([...bytePortsOf(both, graph)]).toEqual([[9001, 'tcp']]);
});

test('a port at which bytes are as well is none of requests', () => {
  const declared = new Declaration();
  const both = declared.workload('both');
  new HttpService(declared.topology, 'http', { provider: HttpProvider.workload(both, { service: 'http', targetPort: 8080 }) });
  new TcpService(declared.topology, 'tcp', { provider: TcpProvider.workload(both, { service: 'tcp', port: 9000, targetPort: 8080 }) });
  expect(requestPortsOf(both, declared.topology.read())).toEqual([]);
});

test('a workload without services has none of either', () => {
  const declared = new Declaration();
  const web = declared.workload('web');
  const graph = declared.topology.read();
  expect([requestPortsOf(web, graph), bytePortsOf(web, graph).size]).toEqual([[], 0]);
});
