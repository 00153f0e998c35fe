import { HttpProvider, HttpService, Kafka, KafkaProvider } from '../../src';
import { servicesBehindWaypoint, servicesTogether } from '../../src/istio/waypoint-services';
import { AmbientDeclaration } from '../support/ambient';

let declared: AmbientDeclaration;
beforeEach(() => { declared = new AmbientDeclaration(); });

test('the Services of versions stand behind it too, and a headless one does not', () => {
  const pages = declared.pages();
  const shards = declared.workload('shards');
  new HttpService(declared.topology, 'shards', { provider: HttpProvider.workload(shards, { headless: true }) });
  const graph = declared.topology.read();
  expect(servicesBehindWaypoint(pages.locator.workload!, graph)).toEqual(['pages', 'pages-v1', 'pages-v2']);
  expect(servicesBehindWaypoint(shards, graph)).toEqual([]);
});

test('one whose clients pick their server is before nobody, and they come by it all the same', () => {
  const broker = declared.workload('broker');
  new Kafka(declared.topology, 'events', { provider: KafkaProvider.workload(broker) });
  const graph = declared.topology.read();
  expect(servicesBehindWaypoint(broker, graph)).toEqual([]);
  expect(servicesTogether(broker, graph).map(({ names }) => names)).toEqual([['events']]);
});

test('services at one Kubernetes Service are told together, those at others apart', () => {
  const api = declared.workload('api');
  const provided = (id: string, service: string, port: number) =>
    new HttpService(declared.topology, id, { provider: HttpProvider.workload(api, { service, port }) });
  provided('read', 'api', 80);
  provided('write', 'api', 81);
  provided('admin', 'admin', 80);
  expect(servicesTogether(api, declared.topology.read()).map(({ names, services }) => [names, services.map(({ name }) => name)])).toEqual([
    [['admin'], ['admin']], [['api'], ['read', 'write']],
  ]);
});
