import { Deployment } from 'cdk8s-plus-28';
import { HttpProvider, HttpService, IWorkload, Pods, PodVersion, TcpProvider, TcpService, Workload } from '../../src';
import { Declaration } from '../support/topology';

function workloadOf(declared: Declaration, ...ports: (number[] | undefined)[]): IWorkload {
  const versions: PodVersion[] = ports.length === 1
    ? [{ labels: { app: 'orders' }, ports: ports[0] }]
    : ports.map((each, i) => ({ name: `v${i}`, labels: { app: 'orders', version: `v${i}` }, ports: each }));
  return new Workload(declared.topology, 'orders', { pods: { describe: () => ({ selector: { app: 'orders' }, versions }) } });
}

function found(targetPort: number | undefined, ...ports: (number[] | undefined)[]): string[] {
  const declared = new Declaration();
  new HttpService(declared.topology, 'api', { provider: HttpProvider.workload(workloadOf(declared, ...ports), { targetPort }) });
  return declared.found('BST807');
}

describe('BST807 port-not-listened-on', () => {
  test('finds a target port that no container declares', () => expect(found(undefined, [8080])).toEqual([
    'error api: sends to port 80, but the pods of "orders" declare 8080; set targetPort to 8080, or declare port 80 on the container that listens on it']));

  test('finds it in one version among others', () => expect(found(8080, [8080], [9090, 9091])).toEqual([
    'error api: sends to port 8080, but the pods of "orders" in version "v1" declare 9090, 9091; set targetPort to one of these, '
    + 'or declare port 8080 on the container that listens on it']));

  test.each<[string, number | undefined, (number[] | undefined)[]]>([
    ['the port that they declare', 8080, [[8080]]], ['one of several', 9090, [[8080, 9090]]],
    ['any, where nothing is known of them', 80, [undefined]], ['any, where they declare none', 80, [[]]],
  ])('accepts %s', (_, targetPort, ports) => expect(found(targetPort, ...ports)).toEqual([]));

  test('finds what a Deployment says, and is gone where its fix is followed', () => {
    const codes = (targetPort?: number) => {
      const declared = new Declaration();
      const made = new Deployment(declared.chart, 'd', { containers: [{ image: 'd', portNumber: 5432 }] });
      const server = new Workload(declared.topology, 'd', { pods: Pods.of(made) });
      new TcpService(declared.topology, 'db', { provider: TcpProvider.workload(server, { port: 6543, targetPort }) });
      return declared.findings('BST807').length;
    };
    expect([codes(), codes(5432)]).toEqual([1, 0]);
  });

  test('is acknowledged on the service', () => {
    const declared = new Declaration();
    const api = new HttpService(declared.topology, 'api', { provider: HttpProvider.workload(workloadOf(declared, [8080])) });
    declared.topology.acknowledge('BST807', api, 'its proxy listens on 80 and declares nothing');
    expect(declared.found('BST807')).toEqual([]);
  });
});
