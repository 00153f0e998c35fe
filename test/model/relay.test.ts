import { HttpProvider, HttpService, Topology } from '../../src';
import { expectRefusal, newTopology } from '../support/declare';
import { newGateway } from '../support/gateway';

let shop: Topology;
beforeEach(() => { shop = newTopology(); });
const outside = () => new HttpService(shop, 'payments', { provider: HttpProvider.external('https://payments.example.com') });
const egress = () => newGateway(shop, {}, 'egress');
const PATH = 'chart/shop/workloads/egress relays payments';

test('the gateway depends on what it relays, with what calls() says of it, at port 443 unless it is said otherwise', () => {
  const [gateway, payments] = [egress(), outside()];
  gateway.relays(payments, { targetPort: 8443 });
  gateway.calls(payments, { bindingName: 'pay' });
  const graph = shop.read();
  expect(graph.dependenciesOf(gateway).map(({ path, policy }) => [path, policy.bindingName])).toEqual([['chart/shop/workloads/egress calls payments', 'pay']]);
  expect(graph._relays.all.map(({ path, said }) => [path, said.port, said.targetPort])).toEqual([[PATH, 443, 8443]]);
});

test('refuses a port that does not exist, and to relay twice', () => {
  const [gateway, payments] = [egress(), outside()];
  expectRefusal(() => gateway.relays(payments, { port: 0 }), 'BST007', PATH, '1..65535');
  gateway.relays(payments);
  expectRefusal(() => gateway.relays(payments), 'BST006', PATH, 'is declared already');
});
