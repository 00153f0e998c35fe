import { TopologyDocument, TopologyDocuments } from '../../src';
import { flawOfReferences } from '../../src/report/references';
import { saysEverything } from '../support/says-everything';

const document = TopologyDocuments.of(saysEverything());
const changed = <K extends keyof TopologyDocument>(name: K, position: number, change: object) =>
  flawOfReferences({ ...document, [name]: (document[name] as object[]).map((element, at) => at === position ? { ...element, ...change } : element) });

test('what a topology gives refers only to what it has', () => expect(flawOfReferences(document)).toBeUndefined());

test.each<[keyof TopologyDocument, number, object, string]>([
  ['services', 2, { locator: { ...document.services[2].locator, workload: 'gone' } }, 'services[2].locator refers to the workload "gone"'],
  ['channels', 0, { service: 'gone' }, 'channels[0] refers to the service "gone"'],
  ['dependencies', 1, { source: 'gone' }, 'dependencies[1] refers to the workload "gone"'],
  ['dependencies', 1, { service: document.workloads[0].path }, `dependencies[1] refers to the service "${document.workloads[0].path}"`],
  ['dependencies', 1, { channel: 'gone' }, 'dependencies[1] refers to the channel "gone"'],
  ['bindings', 0, { consumer: '__proto__' }, 'bindings[0] refers to the workload "__proto__"'],
  ['bindings', 0, { service: 'gone' }, 'bindings[0] refers to the service "gone"'],
])('finds that %s[%i] refers to what is not there: %j', (name, position, change, flaw) => {
  expect(changed(name, position, change)).toBe(`${flaw}, which is not in the document`);
});

test('finds a path that two elements have', () => {
  const { path } = document.workloads[0];
  expect(changed('workloads', 1, { path })).toBe(`the path "${path}" is taken twice, by a workload and a workload`);
  expect(changed('dependencies', 0, { path })).toBe(`the path "${path}" is taken twice, by a workload and a dependency`);
});
