import { CheckList } from '../../src/judging/check-list';
import { IAppCheck, ITopologyCheck } from '../../src/model/check';
import { Severity } from '../../src/model/finding';
import { expectRefusal } from '../support/declare';

const checkOf = (code: string, title = 'made-up'): ITopologyCheck => ({ code, title, severity: Severity.ERROR, rationale: 'r', fix: 'f', check: () => [] });

test('keeps each check once, in the order of adding', () => {
  const list = new CheckList();
  const [b, a] = [checkOf('ACME002'), checkOf('ACME001')];
  for (const check of [b, a, b]) list.add(check, 'shop');
  expect(list.topologyChecks.map(({ code }) => code)).toEqual(['ACME002', 'ACME001']);
});

test('keeps one rule that is made anew for each output', () => {
  const list = new CheckList();
  for (let i = 0; i < 2; i++) list.add(checkOf('ACME001'), 'shop');
  expect(list.topologyChecks).toHaveLength(2);
});

test('knows the codes of all checks, each once', () => {
  const list = new CheckList();
  for (const code of ['ACME002', 'ACME001', 'ACME002']) list.add(checkOf(code), 'shop');
  list.addForApp({ ...checkOf('ACME003'), check: () => [] }, 'shop');
  expect(list.codes).toEqual(['ACME002', 'ACME001', 'ACME003']);
});

test('BST015: refuses the code of another rule', () => {
  const list = new CheckList();
  list.add(checkOf('ACME001', 'first'), 'shop');
  expectRefusal(() => list.add(checkOf('ACME001', 'second'), 'shop'), 'BST015', 'shop', 'check "second" has the code ACME001, which is that of "first"', 'of its own');
});

test('keeps checks of the whole app apart, but with a code of their own too', () => {
  const list = new CheckList();
  const check: IAppCheck = { ...checkOf('ACME001', 'first'), check: () => [] };
  list.addForApp(check, 'shop');
  list.addForApp(check, 'shop');
  expect([list.topologyChecks.length, list.appChecks.map(({ code }) => code)]).toEqual([0, ['ACME001']]);
  expectRefusal(() => list.add(checkOf('ACME001', 'second'), 'shop'), 'BST015', 'shop', 'that of "first"');
});
