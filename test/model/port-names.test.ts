import { IWorkload, Locator, Pods, PodVersion } from '../../src';
import { assertPortName, portNumbersOf } from '../../src/model/port-names';
import { expectRefusal, newTopology, newWorkload, survivesHostileText } from '../support/declare';

const shop = newTopology();
let made = 0;
const ofVersions = (...told: Record<string, number>[]) => newWorkload(shop, `w${made++}`, {
  pods: Pods.fromLabels({ labels: { app: 'a' }, versions: told.map((portNames, i) => ({ name: `v${i}`, labels: { version: `v${i}` }, portNames })) }),
});
const at = (workload: IWorkload, targetPortName: string, targetPort?: number) =>
  Locator.ofWorkload({ workload, addresses: [{ service: 'api', port: 80, targetPort, targetPortName }] }).primary;
const judged = (workload: IWorkload, name: string, targetPort?: number) => assertPortName(at(workload, name, targetPort), workload, 'p');
const version = (portNames?: Record<string, number>): PodVersion => ({ labels: {}, portNames });

test.each<[PodVersion[], [string, number][]]>([
  [[version({ http: 8080, admin: 9 })], [['http', 8080], ['admin', 9]]], [[version({ http: 8080 }), version({ http: 8080, x: 1 })], [['http', 8080]]],
  [[version({ http: 8080 }), version({ http: 8081 })], []], [[version({ http: 8080 }), version()], []], [[version()], []],
])('of %j, the ports by name are %j', (versions, ports) => expect([...portNumbersOf(versions)]).toEqual(ports));

test('a port by name is the number that the pods tell', () => {
  const workload = ofVersions({ http: 8080 }, { http: 8080 });
  expect(at(workload, 'http')).toMatchObject({ port: 80, targetPort: 8080, targetPortName: 'http' });
  expect(() => judged(workload, 'http')).not.toThrow();
});

test('BST016: refuses a name that the pods do not tell, with those that they do', () =>
  expectRefusal(() => judged(ofVersions({ http: 8080, metrics: 9 }), 'htp'), 'BST016', 'p', 'tell no port "htp": "http", "metrics"', 'say targetPort, the number'));

test('BST016: refuses a name that one version lacks', () =>
  expectRefusal(() => judged(ofVersions({ http: 8080 }, { web: 8080 }), 'http'), 'BST016', 'p', 'in version "v1" tell no port "http"'));

test('BST016: refuses a name where no pod tells any', () =>
  expectRefusal(() => judged(newWorkload(shop, 'silent'), 'http'), 'BST016', 'p', 'tell no port "http", nor any other by name', 'portNames in Pods.fromLabels'));

test('BST016: refuses a name of several numbers', () =>
  expectRefusal(() => judged(ofVersions({ http: 8080 }, { http: 9090 }), 'http'), 'BST016', 'p', '8080 in "v0", 9090 in "v1"', 'one number'));

test('BST016: refuses a number beside the name, even the same', () =>
  expectRefusal(() => judged(ofVersions({ http: 8080 }), 'http', 8080), 'BST016', 'p', 'targetPort 8080 and targetPortName "http" are both said', 'say one of them'));

test('BST016: refuses a name of pods of somebody else', () => {
  const { primary } = Locator.inCluster({ namespace: 'n', addresses: [{ service: 's', port: 1, targetPortName: 'http' }] });
  expectRefusal(() => assertPortName(primary, undefined, 'p'), 'BST016', 'p', 'nobody here tells a number', 'say targetPort');
});

test('BST801: refuses what no port can be called', () => expectRefusal(() => judged(ofVersions({ http: 1 }), 'HTTP'), 'BST801', 'p', 'the name of a port'));

test('survives hostile text', () => {
  const workload = ofVersions({ http: 1 });
  survivesHostileText(text => judged(workload, text));
});
