import { Duration } from 'cdk8s';
import { newGateway } from '../support/gateway';
import { MeshDeclaration } from '../support/mesh';

const rules = (declare: (declared: MeshDeclaration) => void) => {
  const declared = new MeshDeclaration();
  declare(declared);
  return declared.emitted.filter(({ kind, metadata }) => kind === 'DestinationRule' && metadata.name === 'egress.payments-example-com-80');
};

test('each namespace that calls has one for the gateway\'s Service, with a subset for the host and nothing for the rest of it', () => {
  const [rule, ...others] = rules(declared => {
    const payments = declared.payments();
    for (const name of ['web', 'app']) declared.caller(name, payments, { connectTimeout: Duration.seconds(1) });
    newGateway(declared.topology, {}, 'egress').relays(payments);
  });
  expect(others).toEqual([]);
  expect(rule.spec).toEqual({ host: 'egress.istio-ingress.svc.cluster.local', exportTo: ['.'], subsets: [
    { name: 'payments-example-com-80', trafficPolicy: { connectionPool: { tcp: { connectTimeout: '1s' } }, tls: { mode: 'ISTIO_MUTUAL', sni: 'payments.example.com' } } }] });
});

test('nobody that calls needs none', () => (
  expect(rules(declared => newGateway(declared.topology, {}, 'egress').relays(declared.payments()))).toEqual([])));
