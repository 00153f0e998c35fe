import { GatewayListener, GatewayProps, HttpProvider, HttpService, TcpProvider, TcpService } from '../../src';
import { relayingAnswer } from '../../src/istio/relaying-waypoint';
import { EnforcementVerdict } from '../../src/model/enforcement';
import { AmbientDeclaration } from '../support/ambient';

let declared: AmbientDeclaration;
beforeEach(() => { declared = new AmbientDeclaration(); });

const cards = (id = 'cards', port = 443) => new HttpService(declared.topology, id, { provider: HttpProvider.external(`https://cards.example.com:${port}`) });
function answer(props: Partial<GatewayProps> = {}) {
  const exit = declared.exit(props);
  exit.relays(cards());
  return relayingAnswer(exit, declared.topology.read());
}

test('a waypoint relays, one that is there too', () => {
  expect(answer().verdict).toBe(EnforcementVerdict.CARRIED);
  declared = new AmbientDeclaration();
  expect(answer({ existingGateway: 'istio-egress/shared' }).verdict).toBe(EnforcementVerdict.CARRIED);
});

test.each<[string, Partial<GatewayProps>, string]>([
  ['a gateway of another class', { gatewayClassName: 'istio' }, 'the proxies of exit are no waypoint'],
  ['one with listeners', { listeners: [GatewayListener.http()] }, 'exit is a waypoint, which listens for the mesh alone'],
  ['one whose pods are said to be elsewhere', { existingGateway: 'infra/shared' }, 'istiod makes those of infra/shared in "infra"'],
  ['one whose name is too long for a label', { existingGateway: `istio-egress/${'a'.repeat(64)}` }, 'takes 63 characters'],
])('%s does not', (_, props, words) => expect(answer(props)).toMatchObject({ verdict: EnforcementVerdict.CANNOT, reason: expect.stringContaining(words) }));

test('all that is dialled at a host goes through it, so that each service there is to be relayed', () => {
  const bytes = new TcpService(declared.topology, 'bytes', { provider: TcpProvider.external({ host: 'cards.example.com', port: 9000 }) });
  declared.workload('web').calls(bytes);
  expect(answer().reason).toBe('bytes is at a host that exit relays, and a waypoint stands before all ports of a host');
});

test('services at other hosts, and those that nobody calls, are no matter of it', () => {
  const other = new TcpService(declared.topology, 'other', { provider: TcpProvider.external({ host: 'other.example.com', port: 9000 }) });
  declared.workload('web').calls(other);
  new TcpService(declared.topology, 'unused', { provider: TcpProvider.external({ host: 'cards.example.com', port: 9001 }) });
  declared.users();
  expect(answer().verdict).toBe(EnforcementVerdict.CARRIED);
});
