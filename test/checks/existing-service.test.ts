import { HttpProvider, HttpService, Pods, Workload, WorkloadPortOptions } from '../../src';
import { deployment, podsByHand } from '../support/emitted';
import { HandPort, serviceByHand } from '../support/services-by-hand';
import { Declaration } from '../support/topology';

let declared: Declaration;
beforeEach(() => { declared = new Declaration(); });

const web = (portNames?: Record<string, number>) => declared.workload('web', { versions: portNames && [{ labels: {}, portNames }] });
const at = (existingService: string, options: WorkloadPortOptions = {}, workload = web(), id = 'api') =>
  new HttpService(declared.topology, id, { provider: HttpProvider.workload(workload, { existingService, port: 80, ...options }) });
const there = (name: string, ports: HandPort[] = [{ port: 80 }], spec: object = {}) => serviceByHand(declared.chart, name, ports, { selector: { app: 'web' }, ...spec });
const found = () => declared.found('BST537');

describe('BST537 existing-service: a Service that is there', () => {
  test.each<[string, HandPort[], string, string]>([
    ['has another port', [{ port: 80 }], '80', 'set port to 80, or '],
    ['has others', [{ port: 80 }, { port: 443 }], '80, 443', 'set port to one of 80, 443, or '],
    ['has none of TCP', [{ port: 81, protocol: 'UDP' }], 'no TCP port', ''],
  ])('is found where it %s', (_, ports, has, fix) => {
    at('there', { port: 81 });
    there('there', ports);
    expect(found()).toEqual([`error api: its port is 81, and the Service "there" has ${has}; ${fix}give the Service "there" port 81`]);
  });

  test.each<[string, HandPort, WorkloadPortOptions, string]>([
    ['by number', { port: 80, targetPort: 8080 }, {}, '8080 of the pods, and not to 80'],
    ['to its own number', { port: 80 }, { targetPort: 8080 }, '80 of the pods, and not to 8080'],
    ['by name', { port: 80, targetPort: 'http' }, { targetPort: 9090 }, '"http" of the pods, 8080, and not to 9090'],
    ['to another number than that of the name that is said', { port: 80, targetPort: 9090 }, { targetPortName: 'http' }, '9090 of the pods, and not to 8080'],
  ])('is found where its port leads elsewhere, %s', (_, port, options, words) => {
    at('there', options, web({ http: 8080 }));
    there('there', [port]);
    const [target, said] = [/\d\d+/.exec(words)![0], words.slice(words.lastIndexOf(' ') + 1)];
    expect(found()).toEqual([`error api: port 80 of the Service "there" leads to port ${words}, which alone policies open; set targetPort to ${target}, or let the Service "there" lead to ${said}`]);
  });

  test('is found where it leads to a name that no port of the pods has', () => {
    at('there', { targetPort: 8080 }, web({ http: 8080 }));
    there('there', [{ port: 80, targetPort: 'web' }]);
    expect(found()).toEqual(['error api: port 80 of the Service "there" leads to port "web" of the pods, which the pods of web have not; '
      + 'let the Service "there" lead to port 8080, or name the port of the container so']);
  });

  test.each<[string, HandPort, Record<string, number> | undefined, WorkloadPortOptions]>([
    ['to the port that is said', { port: 80, targetPort: 8080 }, undefined, { targetPort: 8080 }],
    ['by the name of it', { port: 80, targetPort: 'http' }, { http: 8080 }, { targetPort: 8080 }],
    ['by a name that the pods do not tell', { port: 80, targetPort: 'http' }, undefined, { targetPort: 8080 }],
  ])('is accepted where it leads %s', (_, port, portNames, options) => {
    at('there', options, web(portNames));
    there('there', [port, { port: 9090 }]);
    expect(found()).toEqual([]);
  });

  test('is accepted by a name of which one version tells no number', () => {
    const labels = (version: string) => ({ app: 'web', version });
    const pods = Pods.fromLabels({ labels: { app: 'web' }, versions: [{ name: 'a', labels: labels('a'), portNames: { other: 1 } }, { name: 'b', labels: labels('b') }] });
    at('there', {}, new Workload(declared.topology, 'web', { pods }));
    there('there', [{ port: 80, targetPort: 'http' }]);
    expect(found()).toEqual([]);
  });

  test('is accepted with any ports where it is headless: clients dial the pods', () => {
    at('there', { headless: true });
    there('there', [{ port: 5432, targetPort: 1 }], { clusterIP: 'None' });
    expect(found()).toEqual([]);
  });

  test.each<[string, object]>([['another label', { app: 'other' }], ['a label of the pods and another', { app: 'web', tier: 'front' }]])(
    'is found where it selects %s than the pods have that the app makes', (_, selector) => {
      at('there');
      podsByHand(declared.chart, 'pods', { app: 'web', version: 'v7' });
      there('there', undefined, { selector });
      expect(found()).toEqual([expect.stringMatching(/^error api: the Service "there" selects pods with .*, and those of web carry "app=web"; give a Service that selects the pods of web as existingService, or let "there" select them$/)]);
    });

  test.each<[string, object, number]>([
    ['another value', { app: 'other' }, 1], ['a label besides', { app: 'web', tier: 'front' }, 0], ['nothing', {}, 0],
  ])('that selects %s of pods whose labels are told in part is found as often', (_, selector, count) => {
    at('there');
    there('there', undefined, { selector });
    expect(found()).toHaveLength(count);
  });

  test('is accepted where it selects one version of several', () => {
    at('there', {}, declared.workload('web', { versions: ['v1', 'v2'].map(name => ({ name, labels: { version: name } })) }));
    there('there', undefined, { selector: { app: 'web', version: 'v2' } });
    expect(found()).toEqual([]);
  });

  test('is found where its name leads to another host', () => {
    at('there');
    there('there', [], { type: 'ExternalName', externalName: 'db.example.com' });
    expect(found()).toEqual(['error api: the Service "there" leads to "db.example.com", and to no pods of web; give a Service that selects the pods of web as existingService']);
  });

  test('is looked at in the namespace of the pods alone', () => {
    at('there', { port: 81 });
    serviceByHand(declared.chart, 'there', [{ port: 80 }], { selector: { app: 'other' } }, 'elsewhere');
    expect(found()).toEqual([]);
  });

  test('is acknowledged on the service', () => {
    const api = at('there', { port: 81 });
    there('there');
    declared.topology.acknowledge('BST537', api, 'a patch outside gives it port 81');
    expect(found()).toEqual([]);
  });
});

describe('BST537 existing-service: a Service that is not there', () => {
  const typo = (has: string) => `error api: the Service "aip" is said to be there, and the app, which makes the pods of web, has none of this name for them: it has ${has}; `;

  test('is found where the app makes the pods, and a Service for them', () => {
    at('aip');
    podsByHand(declared.chart, 'pods', { app: 'web' });
    there('front');
    expect(found()).toEqual([`${typo('"front"')}give "front" as existingService, or add the Service "aip" to the app`]);
  });

  test('is taken for the one that is called almost the same, of several', () => {
    at('aip', {}, new Workload(declared.topology, 'web', { pods: Pods.of(deployment(declared.chart, 'web')) }));
    ['front', 'api'].forEach(name => there(name));
    expect(found()).toEqual([`${typo('"api"')}give "api" as existingService, or add the Service "aip" to the app`]);
  });

  test('may be each of several others', () => {
    at('aip');
    podsByHand(declared.chart, 'pods', { app: 'web' });
    ['front', 'back'].forEach(name => there(name));
    expect(found()).toEqual([`${typo('"back", "front"')}give one of "back", "front" as existingService, or add the Service "aip" to the app`]);
  });

  test.each<[string, () => void]>([
    ['where the app does not make the pods', () => there('front')],
    ['where the app has no Service for them', () => { podsByHand(declared.chart, 'pods', { app: 'web' }); there('front', undefined, { selector: { app: 'other' } }); }],
    ['where one without a selector may be anything\'s', () => { podsByHand(declared.chart, 'pods', { app: 'web' }); there('front', undefined, { selector: {} }); }],
    ['where one of another namespace selects the like', () => {
      podsByHand(declared.chart, 'pods', { app: 'web' });
      serviceByHand(declared.chart, 'front', [{ port: 80 }], { selector: { app: 'web' } }, 'elsewhere');
    }],
  ])('is unknown, and accepted, %s', (_, declare) => {
    at('aip');
    declare();
    expect(found()).toEqual([]);
  });

  test('is not taken for one that another service is at, unless it is called almost the same', () => {
    const workload = web();
    podsByHand(declared.chart, 'pods', { app: 'web' });
    there('api');
    at('api', {}, workload);
    at('metrics', { port: 9090 }, workload, 'metrics');
    at('apii', {}, workload, 'typo');
    expect(found()).toEqual([expect.stringMatching(/^error typo: the Service "apii" .* it has "api"; give "api" as existingService/)]);
  });

  test('is the one of an object without a namespace, which goes wherever it is applied to', () => {
    const bare = new Declaration();
    new HttpService(bare.topology, 'api', { provider: HttpProvider.workload(bare.workload('web'), { existingService: 'there', port: 81 }) });
    serviceByHand(bare.chart, 'there', [{ port: 80 }], {}, '');
    expect(bare.found('BST537')).toHaveLength(1);
  });
});
