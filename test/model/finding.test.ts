import { isSeverity, leastSevere, Severity } from '../../src/model/finding';

const { ERROR, WARNING, INFO } = Severity;

test.each([
  [ERROR, ERROR, ERROR], [ERROR, WARNING, WARNING], [ERROR, INFO, INFO], [WARNING, ERROR, WARNING], [WARNING, INFO, INFO], [INFO, ERROR, INFO],
])('the less severe of %s and %s is %s', (severity, bound, expected) => expect(leastSevere(severity, bound)).toBe(expected));

test.each([undefined, 'ERROR', 'fatal', 3, {}])('%p is no severity and bounds nothing', bound => {
  expect([isSeverity(bound), leastSevere(WARNING, bound)]).toEqual([false, WARNING]);
});
