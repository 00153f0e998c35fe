import { portsDeclared, prepended } from '../../src/pods/workload-resource';

const variables = (...names: string[]) => names.map(name => ({ name, value: `ours of ${name}` }));

test('variables stand before those that the container has', () =>
  expect(prepended(variables('A', 'B'), [{ name: 'C', value: 'own' }]).map(({ name }) => name)).toEqual(['A', 'B', 'C']));

test('of two of one name the container\'s own value is kept, in the place of ours', () =>
  expect(prepended(variables('A', 'B'), [{ name: 'C', value: 'own' }, { name: 'A', value: 'own' }])).toEqual(
    [{ name: 'A', value: 'own' }, { name: 'B', value: 'ours of B' }, { name: 'C', value: 'own' }]));

test('of the ports that containers declare those of TCP are told, and of two of one name the first', () => {
  const ports = [{ number: 8080, name: 'http' }, { number: 53, name: 'dns', protocol: 'UDP' }, { number: 9090, protocol: 'TCP' }, { number: 8081, name: 'http' }];
  expect(portsDeclared(ports)).toEqual({ ports: [8080, 9090, 8081], portNames: { http: 8080 } });
  expect([portsDeclared([{ number: 1 }]), portsDeclared([{ number: 53, protocol: 'UDP' }])]).toEqual([{ ports: [1], portNames: undefined }, {}]);
});
