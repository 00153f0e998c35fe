import { Machine, MachineFacts } from '../../src';
import { heldMachines } from '../../src/model/machine-rules';
import { expectRefusal, refusalOf } from '../support/declare';

const VERSIONS = [{ labels: { app: 'billing' } }];
const held = (told: Partial<MachineFacts>, versions = VERSIONS as { name?: string; labels: Record<string, string> }[]) => heldMachines({ cidrs: ['0.0.0.0/0', '::/0'], ...told }, versions, 'p');
const at = (...known: Machine[]) => held({ known });

test.each(['10.1.2.3', '203.0.113.7', 'fd00::7', '2001:db8::7'])('takes the address %s', address => expect(at({ address }).known).toEqual([{ address }]));

test('is sorted, and takes no change', () => {
  const known = [{ address: '192.0.2.8', weight: 1 }, { address: '192.0.2.7', weight: 1_000_000 }];
  const facts = held({ known, cidrs: ['192.0.2.8/32', '192.0.2.7/32'] });
  known.pop();
  expect(facts.known!.map(({ address }) => address)).toEqual(['192.0.2.7', '192.0.2.8']);
  expect(facts.cidrs).toEqual(['192.0.2.7/32', '192.0.2.8/32']);
  expect(() => { (facts.known![0] as { weight?: number }).weight = 2; }).toThrow();
});

test.each<[string, string, () => unknown, string]>([
  ['BST025', 'an empty list', () => at(), 'let each make itself known'],
  ['BST025', 'one address twice', () => at({ address: '192.0.2.7' }, { address: '192.0.2.7', weight: 2 }), 'two machines have the address "192.0.2.7"'],
  ['BST025', 'a version that the workload does not have', () => at({ address: '192.0.2.7', version: 'v2' }), 'runs version "v2", which the workload does not have'],
  ['BST025', 'no version beside those that have one', () => held({ known: [{ address: '192.0.2.7' }] }, [{ name: 'v1', labels: {} }]), 'runs no version, and others do'],
  ['BST025', 'more than there can be', () => at(...Array.from({ length: 4097 }, (_, i) => ({ address: `10.0.${Math.floor(i / 256)}.${i % 256}` }))), 'there are 4097 machines: allowed are 4096'],
  ...['security.istio.io/tlsMode', 'topology.istio.io/network', 'networking.istio.io/tunnel', 'istio-locality'].map((key): [string, string, () => unknown, string] => (
    ['BST025', `the label ${key}`, () => held({}, [{ labels: { app: 'a', [key]: 'x' } }]), `the label "${key}" tells Istio of these machines otherwise`])),
  ['BST026', 'a machine in none of the ranges', () => held({ known: [{ address: '192.0.2.7' }], cidrs: ['10.0.0.0/8', 'fd00::/8'] }), 'is in none of its address ranges, "10.0.0.0/8", "fd00::/8"'],
  ['BST026', 'no range', () => held({ cidrs: [] }), 'give at least one range that they are in'],
  ['BST026', 'a range that is none', () => held({ cidrs: ['10.0.0.1/8'] }), 'is not how its address range is written'],
  ['BST801', 'a name', () => at({ address: 'vm-1.example.com' }), 'cannot be the address of a machine: allowed is an IP address; give the IP address at which pods reach'],
  ['BST801', 'another notation', () => at({ address: '::ffff:192.0.2.7' }), 'cannot be the address of a machine'],
  ['BST801', 'a socket', () => at({ address: 'unix:///var/run/app' }), 'cannot be the address of a machine'],
  ['BST801', 'a wildcard for a locality', () => at({ address: '192.0.2.7', locality: '*' }), '"*" cannot be a locality: allowed is region, region/zone or region/zone/sub-zone'],
  ['BST801', 'four parts of a locality', () => at({ address: '192.0.2.7', locality: 'a/b/c/d' }), 'cannot be a locality'],
  ['BST010', 'a weight beyond what can be added up', () => at({ address: '192.0.2.7', weight: 1_000_001 }), 'weight "1000001": allowed is a whole number in 1..1000000'],
  ['BST032', 'the pod itself', () => at({ address: '127.0.0.1' }), 'the machine "127.0.0.1" is not outside of the cluster'],
  ['BST032', 'an address of one link', () => at({ address: '169.254.169.254' }), 'it is an address of one link'],
  ['BST032', 'an address of many', () => at({ address: '224.0.0.1' }), 'give the address that its server has'],
])('%s: refuses %s', (code, _, call, words) => expectRefusal(call, code, 'p', words));

test.each([['BST511', 'app:CANARY@10.0.0.1'], ['BST801', 'CANARY!']])('%s: does not repeat a credential in an address', (code, address) => {
  expectRefusal(() => at({ address }), code, 'p', 'not repeated here');
  expect(refusalOf(() => at({ address })).message).not.toContain('CANARY');
});
