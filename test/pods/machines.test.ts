import { Machine, MachineGroupProps, MachineProbe, Machines, MachinesProps } from '../../src';
import { expectRefusal, survivesHostileText } from '../support/declare';
import { TWO } from '../support/machines';

const labels = { app: 'billing' };
const at = (machines: Machine[], props: Partial<MachinesProps> = {}) => Machines.at(machines, { labels, ...props }).describe('billing');
const group = (props: Partial<MachineGroupProps> = {}) => Machines.group({ labels, cidrs: ['192.0.2.0/24'], ...props }).describe('billing');

describe('machines whose addresses are known', () => {
  test('are as many as there are, at their addresses alone, sorted', () => expect(at([...TWO, { address: 'fd00::7' }], { ports: [8080] })).toEqual({
    selector: labels, versions: [{ name: undefined, labels, ports: [8080], replicas: 3 }], namespace: undefined, serviceAccountName: undefined,
    machines: {
      known: [{ address: '192.0.2.7' }, { address: '192.0.2.8' }, { address: 'fd00::7' }], cidrs: ['192.0.2.7/32', '192.0.2.8/32', 'fd00::7/128'],
      locality: undefined, weight: undefined, probe: undefined,
    },
  }));

  test('state namespace, account, locality and weight', () => {
    const { namespace, serviceAccountName, machines } = at([{ address: '192.0.2.7', locality: 'eu/eu-1/a', weight: 3 }], { namespace: 'legacy', serviceAccountName: 'billing' });
    expect([namespace, serviceAccountName, machines!.known]).toEqual(['legacy', 'billing', [{ address: '192.0.2.7', version: undefined, locality: 'eu/eu-1/a', weight: 3 }]]);
  });

  test('of versions have a label of it', () => {
    const { versions } = at([{ address: '192.0.2.9', version: 'v2' }, ...TWO.map(machine => ({ ...machine, version: 'v1' }))]);
    expect(versions).toEqual([
      { name: 'v2', labels: { app: 'billing', version: 'v2' }, ports: undefined, replicas: 1 }, { name: 'v1', labels: { app: 'billing', version: 'v1' }, ports: undefined, replicas: 2 },
    ]);
  });

  test.each<[string, () => unknown, string, string]>([
    ['none', () => at([]), 'BST025', 'there is no machine'],
    ['one without a version beside one with', () => at([{ address: '192.0.2.7' }, { address: '192.0.2.8', version: 'v2' }]), 'BST025', 'one of several versions has no name'],
    ['a label of another version', () => at([{ address: '192.0.2.7', version: 'v2' }], { labels: { app: 'billing', version: 'v1' } }), 'BST025', 'lack "version=v1"'],
    ['no label', () => at(TWO, { labels: {} }), 'BST025', 'no label selects'],
    ['a version that cannot be one', () => at([{ address: '192.0.2.7', version: 'V 2' }]), 'BST801', '"V 2" cannot be a DNS label'],
    ['a port that does not exist', () => at(TWO, { ports: [0] }), 'BST007', 'port "0"'],
  ])('refuses %s', (_, call, code, words) => expectRefusal(call, code, 'Machines.at', words));
});

describe('machines that make themselves known', () => {
  test('are of an unknown number, within their ranges', () => expect(group({ cidrs: ['192.0.2.0/24', '10.0.0.0/8'] })).toEqual({
    selector: labels, versions: [{ labels }], namespace: undefined, serviceAccountName: undefined,
    machines: { known: undefined, cidrs: ['10.0.0.0/8', '192.0.2.0/24'], locality: undefined, weight: undefined, probe: undefined },
  }));

  test('have a locality, a weight and a probe in common', () => {
    const probe = MachineProbe.tcpSocket(8080);
    expect(group({ locality: 'eu', weight: 2, probe }).machines).toMatchObject({ locality: 'eu', weight: 2, probe });
  });

  test.each<[string, Partial<MachineGroupProps>, string, string]>([
    ['no range', { cidrs: [] }, 'BST026', 'no address range is given'], ['a range that is none', { cidrs: ['192.0.2.0'] }, 'BST026', 'no address range'],
    ['a locality that cannot be one', { locality: 'eu/*' }, 'BST801', '"eu/*" cannot be a locality'], ['a weight of 0', { weight: 0 }, 'BST010', 'weight "0"'],
  ])('refuse %s', (_, props, code, words) => expectRefusal(() => group(props), code, 'Machines.group', words));
});

test('survive hostile text', () => {
  survivesHostileText(text => at([{ address: text }]));
  survivesHostileText(text => at([{ address: '192.0.2.7', locality: text, version: text }]));
  survivesHostileText(text => group({ cidrs: [text], labels: { [text]: text } }));
});
