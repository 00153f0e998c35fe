import { Criticality, DataAccess, DependencyVerb, InteractionModel } from '../../../src';
import { DEPENDENCY } from '../../../src/report/schema/dependency-schema';
import { flawOf } from '../../../src/report/schema/flaw';

const dependency = { path: 'd', verb: 'calls', synchronous: true, source: 'w', service: 's', policy: {} };
const saying = (policy: object) => ({ ...dependency, policy });

test('takes every verb, access, criticality and interaction of the model', () => {
  for (const verb of Object.values(DependencyVerb)) expect(flawOf(DEPENDENCY, { ...dependency, verb })).toBeUndefined();
  for (const access of Object.values(DataAccess)) expect(flawOf(DEPENDENCY, saying({ access }))).toBeUndefined();
  for (const interaction of Object.values(InteractionModel)) expect(flawOf(DEPENDENCY, saying({ interaction }))).toBeUndefined();
  for (const criticality of Object.values(Criticality)) expect(flawOf(DEPENDENCY, saying({ criticality }))).toBeUndefined();
});

test.each<[object, string]>([
  [{ timeout: 5 }, 'policy.timeout is 5'],
  [{ timeout: '5 s' }, 'policy.timeout is "5 s"'],
  [{ retry: { attempts: 1, on: [], backoff: '25ms', every: '1s' } }, 'policy.retry has the unknown member "every"'],
  [{ retry: { attempts: 1, backoff: '25ms' } }, 'policy.retry has no "on"'],
  [{ circuitBreaker: { consecutiveErrors: 5, resetTimeout: '1s', interval: '1s', maxEjectionPercent: 101 } }, 'policy.circuitBreaker.maxEjectionPercent is 101'],
  [{ connectionPool: { maxConnections: 0 } }, 'policy.connectionPool.maxConnections is 0'],
  [{ access: 'READ_ONLY' }, 'policy.access is "READ_ONLY": allowed is one of "read-only", "read-write"'],
])('refuses %j', (policy, flaw) => expect(flawOf(DEPENDENCY, saying(policy))).toContain(flaw));
