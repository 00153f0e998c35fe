import { Synthesized } from '../synthesized';
import { mutualTls } from './mutual-tls';

const shop = new Synthesized('guide', 'shop', mutualTls);
const objects = (kind: string) => Object.fromEntries(shop.objects.filter(object => object.kind === kind).map(({ metadata: { namespace, name }, spec }) => [`${namespace}/${name}`, spec]));

test('the mesh takes mutual TLS alone, and the workload that says otherwise takes plaintext, too', () => {
  const selector = { matchLabels: { app: 'stock' } };
  expect(objects('PeerAuthentication')).toMatchObject({
    'istio-system/default': { mtls: { mode: 'STRICT' } },
    'warehouse/stock': { selector, mtls: { mode: 'PERMISSIVE' }, portLevelMtls: { 9000: { mode: 'DISABLE' } } },
    'shop/web': { mtls: { mode: 'STRICT' } },
  });
});

test('the namespace lets in nobody, and what is on its way into the mesh is elsewhere', () =>
  expect(objects('AuthorizationPolicy')).toEqual({
    'shop/allow-nothing': { action: 'ALLOW' }, 'shop/web': { action: 'ALLOW', selector: { matchLabels: { app: 'web' } } },
  }));

test('what takes plaintext is reported until it is gone, and nothing else is', () =>
  expect(shop.topology.findings.map(({ code, severity, problem }) => `${severity} ${code} ${problem}`)).toEqual([
    'warning BST644 its pods take plaintext (PERMISSIVE): the tills have no sidecar until March',
    'warning BST644 its pods take plaintext at port 9000 (DISABLE): scales send plaintext there, and wait for the server to begin',
  ]));
