import { ITopologyCheck, ourCheck } from '../../src/model/check';
import { Severity } from '../../src/model/finding';
import { isBranded } from '../../src/private/brand';

test('a check of ours is known as such, and cannot be changed', () => {
  const check = ourCheck<ITopologyCheck>({ code: 'BST999', title: 't', severity: Severity.WARNING, rationale: 'r', fix: 'f', check: () => [] });
  expect(isBranded(check, 'OurCheck')).toBe(true);
  expect(() => Object.assign(check, { severity: Severity.ERROR })).toThrow(TypeError);
  expect(isBranded({ ...check }, 'OurCheck')).toBe(false);
});
