import { Duration } from 'cdk8s';
import { CallOptions, HttpProvider, HttpService, RetryPolicy } from '../../src';
import { boundRoutes } from '../../src/gateway-api/bound-routes';
import { ReleaseChannel } from '../../src/gateway-api/release-channel';
import { agreedAt, isRelayedHere } from '../../src/gateway-api/third-party-routes';
import { newGateway } from '../support/gateway';
import { GatewayApiDeclaration } from '../support/gateway-api';

const KINDS = { group: 'mesh.example.com', parentKind: 'Entry', backendKind: 'Host' };
let declared: GatewayApiDeclaration;
let service: HttpService;
beforeEach(() => {
  declared = new GatewayApiDeclaration(true, ReleaseChannel.EXPERIMENTAL);
  service = new HttpService(declared.topology, 'cards', { provider: HttpProvider.external('http://cards.example.com') });
});

function relayed(said: readonly CallOptions[], gatewayClassName?: string) {
  said.forEach((each, nth) => declared.workload(`caller-${nth}`).calls(service, each));
  newGateway(declared.topology, { gatewayClassName }, 'exit').relays(service);
  return declared.topology._closed();
}

test('its route is bound to what the mesh knows it by, and sends to the host', () => {
  const graph = relayed([{ timeout: Duration.seconds(1), retry: RetryPolicy.attempts(1) }], 'way');
  expect(boundRoutes({ ofServices: true, channel: ReleaseChannel.EXPERIMENTAL, thirdParties: KINDS })(graph)).toMatchObject([{
    subject: service, kind: 'HTTPRoute', name: 'cards', namespace: 'shop', parentRefs: [{ group: 'mesh.example.com', kind: 'Entry', name: 'cards', port: 80 }],
    outside: { group: 'mesh.example.com', kind: 'Host' }, routes: [{ name: 'all-retriable', timeout: Duration.seconds(1) }, { name: 'all', timeout: Duration.seconds(1) }],
  }]);
});

test('callers that say the same agree, and others do not', () => {
  const [said, other] = [{ timeout: Duration.seconds(1) }, { timeout: Duration.millis(1000) }];
  expect(agreedAt(service, relayed([said, other], 'way'))).toMatchObject({ timeout: said.timeout });
  declared = new GatewayApiDeclaration(true);
  service = new HttpService(declared.topology, 'cards', { provider: HttpProvider.external('http://cards.example.com') });
  expect(agreedAt(service, relayed([said, {}], 'way'))).toBeUndefined();
});

test('one that is reached straight, or through a gateway of another API, has no route', () => {
  const [straight, graph] = [new HttpService(declared.topology, 'straight', { provider: HttpProvider.external('http://straight.example.com') }), relayed([{}])];
  expect([straight, service].map(each => isRelayedHere(each, graph))).toEqual([false, false]);
  expect(boundRoutes({ ofServices: true, thirdParties: KINDS })(graph)).toEqual([]);
});
