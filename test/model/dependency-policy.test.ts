import { Duration } from 'cdk8s';
import { DependencyPolicy, lockedPolicy } from '../../src/model/dependency-policy';

test('holds what was said, and nothing that was not', () => {
  const policy = lockedPolicy({ timeout: Duration.seconds(1), retry: undefined });
  expect(Object.keys(policy)).toEqual(['timeout']);
  expect([policy.timeout?.toSeconds(), policy.retry]).toEqual([1, undefined]);
});

test('takes no other words, wherever they come from', () => {
  const policy: DependencyPolicy = lockedPolicy({ ['shout' as 'timeout']: Duration.seconds(1) });
  expect(Object.keys(policy)).toEqual([]);
});

test('nothing in it can be changed, nor added later, in its lists too', () => {
  const containers = ['main'];
  const policy = lockedPolicy({ containers });
  expect(() => Object.assign(policy, { containers: [] })).toThrow(TypeError);
  expect(() => Object.assign(policy, { timeout: Duration.seconds(1) })).toThrow(TypeError);
  expect(() => policy.containers!.push('other')).toThrow(TypeError);
  containers.push('other');
  expect(policy.containers).toEqual(['main']);
});
