import {
  ClientCertificates, ExposeOptions, Gateway, GatewayListener, HttpMatch, HttpProvider, HttpRoute, HttpService, Pods, RetryPolicy, TlsVersion,
} from '../../src';
import { CallName } from '../../src/private/boundary';
import { Bench } from '../hostile/options';
import { Baselines, http, labels, second, workload } from './baseline-parts';
import { changes } from './route-baselines';

const listening = () => ({ hosts: ['shop.example.com'], port: 8080 });
const gateway = ({ topology }: Bench) => new Gateway(topology, 'door', { pods: Pods.fromLabels({ labels }), listeners: [GatewayListener.http()] });
const outside = ({ topology }: Bench) => new HttpService(topology, 'payments', { provider: HttpProvider.external('https://payments.example.com') });
const exposed = (): Required<ExposeOptions> => ({
  hosts: ['shop.example.com'], port: 80, matches: [HttpMatch.header('a', 'b')], routes: [HttpRoute.toAnyVersion()], timeout: second(), retry: RetryPolicy.attempts(1), ...changes(), mirrors: [],
});

/** Right calls of what gateways are made of. */
export const GATEWAYS = {
  'Gateway#exposes': bench => ({ on: gateway(bench), args: [http(bench), exposed()] }),
  'Gateway#relays': bench => ({ on: gateway(bench), args: [outside(bench), { port: 8443, targetPort: 8443, clientCertificateSecret: 'client-tls' }] }),
  'GatewayListener.autoPassthrough': () => ({ args: [listening()] }),
  'GatewayListener.http': () => ({ args: [listening()] }),
  'GatewayListener.https': () => ({ args: [{ ...listening(), certificateSecret: 'a', clientCertificates: ClientCertificates.REQUIRED, minTlsVersion: TlsVersion.V1_3 }] }),
  'GatewayListener.redirectToHttps': () => ({ args: [listening()] }),
  'GatewayListener.tcp': () => ({ args: [9000] }),
  'GatewayListener.tlsPassthrough': () => ({ args: [listening()] }),
  'new Gateway': bench => [{ listeners: [GatewayListener.http()], configNamespace: 'routes', service: 'egress' }, { existingGateway: 'a/b', gatewayClassName: 'eg' }].map(props => workload(bench, props)),
} satisfies Partial<Record<CallName, Baselines>>;
