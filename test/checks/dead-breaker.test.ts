import { CircuitBreaker } from '../../src/model/circuit-breaker';
import { PodsFromLabelsProps } from '../../src/pods/pods';
import { Declaration } from '../support/topology';

const PROBLEM = 'no endpoint of orders-api is ever ejected:';
const INFO = 'info orders-api: not evaluated:';
const TELL = 'tell the number of replicas, or set maxEjectionPercent to 100';
const breaker = (maxEjectionPercent?: number) => CircuitBreaker.consecutiveErrors(5, { maxEjectionPercent });
const versions = (...replicas: (number | undefined)[]) => replicas.map((count, index) => ({ name: `v${index}`, labels: { version: `v${index}` }, replicas: count }));

describe('BST215 dead-breaker', () => {
  test.each<[string, Partial<PodsFromLabelsProps>, CircuitBreaker | undefined, string[]]>([
    ['finds a share below one of two endpoints', { replicas: 2 }, breaker(49),
      [`error web calls orders-api: ${PROBLEM} 2 replicas × maxEjectionPercent 49 % = 0.98 < 1; set maxEjectionPercent to at least 50, or run at least 3 replicas`]],
    ['accepts a share of exactly one', { replicas: 2 }, breaker(50), []],
    ['finds a share below one of three endpoints', { replicas: 3 }, breaker(33),
      [`error web calls orders-api: ${PROBLEM} 3 replicas × maxEjectionPercent 33 % = 0.99 < 1; set maxEjectionPercent to at least 34, or run at least 4 replicas`]],
    ['accepts a share just above one', { replicas: 3 }, breaker(34), []],
    ['finds Istio\'s default with nine endpoints', { replicas: 9 }, breaker(10),
      [`error web calls orders-api: ${PROBLEM} 9 replicas × maxEjectionPercent 10 % = 0.9 < 1; set maxEjectionPercent to at least 12, or run at least 10 replicas`]],
    ['accepts it with ten', { replicas: 10 }, breaker(10), []],
    ['counts the endpoints of all versions', { versions: versions(1, 1) }, breaker(50), []],
    ['finds that of one endpoint any share below all is none', { replicas: 1 }, breaker(99),
      [`error web calls orders-api: ${PROBLEM} 1 replicas × maxEjectionPercent 99 % = 0.99 < 1; set maxEjectionPercent to at least 100, or run at least 2 replicas`]],
    ['accepts a breaker that may eject all', { replicas: 1 }, breaker(), []],
    ['accepts a breaker that may eject all of however many', {}, breaker(100), []],
    ['accepts a call without a breaker', {}, undefined, []],
    ['cannot judge an unknown number', {}, breaker(99),
      [`${INFO} how many endpoints orders-api has is unknown, and maxEjectionPercent of web (99 %) may be less than one endpoint; ${TELL}`]],
    ['cannot judge if one version\'s number is unknown', { versions: versions(5, undefined) }, breaker(10),
      [`${INFO} how many endpoints orders-api has is unknown, and maxEjectionPercent of web (10 %) may be less than one endpoint; ${TELL}`]],
    ['cannot judge zero replicas', { replicas: 0 }, breaker(50),
      [`${INFO} orders has 0 replicas, and maxEjectionPercent of web (50 %) may be less than one endpoint; ${TELL}`]],
  ])('%s', (_, pods, circuitBreaker, expected) => {
    const declared = new Declaration();
    declared.workload('web').calls(declared.api(declared.workload('orders', pods)), { circuitBreaker });
    expect(declared.found('BST215')).toEqual(expected);
  });

  test.each<[string, number, string[]]>([
    ['cannot judge a third party', 50, ['info bank: not evaluated: how many endpoints bank has is unknown, '
      + `and maxEjectionPercent of web (50 %) may be less than one endpoint; ${TELL}`]],
    ['accepts a third party that may be ejected as a whole', 100, []],
  ])('%s', (_, percent, expected) => {
    const declared = new Declaration();
    declared.workload('web').calls(declared.external('bank'), { circuitBreaker: breaker(percent) });
    expect(declared.found('BST215')).toEqual(expected);
  });

  test('says of a number that is unknown once for all callers, and not of those whose breaker may eject all', () => {
    const declared = new Declaration();
    const api = declared.api(declared.workload('orders'));
    for (const [name, percent] of [['web', 50], ['batch', 10], ['ops', 100]] as const) declared.workload(name).calls(api, { circuitBreaker: breaker(percent) });
    expect(declared.found('BST215')).toEqual([
      `${INFO} how many endpoints orders-api has is unknown, and maxEjectionPercent of batch (10 %), web (50 %) may be less than one endpoint; ${TELL}`]);
  });

  test('is acknowledged on the call', () => {
    const declared = new Declaration();
    const call = declared.workload('web').calls(declared.api(declared.workload('orders', { replicas: 1 })), { circuitBreaker: breaker(50) });
    declared.topology.acknowledge('BST215', call, 'scaled out before the next release');
    expect(declared.found('BST215')).toEqual([]);
  });
});
