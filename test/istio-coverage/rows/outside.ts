import { Duration } from 'cdk8s';
import { HttpProvider, HttpService, TlsOrigination } from '../../../src';
import { FOR_CALLER } from '../alike/for-caller';
import { AS_VIRTUAL_SERVICE } from '../alike/gateway-api';
import { AT_ITS_ADDRESS, IN_WILDCARD, ONE_ENTRY_PER_HOST, RESOLVED_BY_SIDECAR, TLS_TO_ITSELF } from '../alike/outside';
import { HTTPS_IS_TLS } from '../alike/protocols';
import { CoverageRow, SAME, sameBehaviour } from '../coverage-row';
import { EntryMeaning } from '../meaning/meaning';
import { ISTIO_RETRIES } from '../sample';

const BY_CLIENT = { tlsOrigination: TlsOrigination.CLIENT };
const CNN_AT_BOTH: EntryMeaning = {
  kind: 'ServiceEntry', hosts: ['edition.cnn.com'], resolution: 'DNS', ports: [{ port: 80, protocol: 'HTTP' }, { port: 443, protocol: 'HTTPS' }],
};

export const OUTSIDE: readonly CoverageRow[] = [
  {
    manifest: 'samples/external/aptget.yaml',
    declare: sample => sample.calls(new HttpService(sample.topology, 'debian', { provider: HttpProvider.external('http://deb.debian.org', {
      furtherHosts: ['cdn-fastly.deb.debian.org', 'security.debian.org', 'archive.ubuntu.com', 'security.ubuntu.com'],
    }) })),
    expects: [{
      kind: 'ServiceEntry', ports: [{ port: 80, protocol: 'HTTP' }],
      hosts: ['deb.debian.org', 'cdn-fastly.deb.debian.org', 'security.debian.org', 'archive.ubuntu.com', 'security.ubuntu.com'],
    }],
    verdict: sameBehaviour(RESOLVED_BY_SIDECAR, ONE_ENTRY_PER_HOST),
  },
  {
    manifest: 'samples/external/pypi.yaml',
    declare: sample => sample.callsWith({}, new HttpService(sample.topology, 'pypi', {
      provider: HttpProvider.external('https://pypi.python.org', { tlsOrigination: TlsOrigination.CLIENT, furtherHosts: ['pypi.org'] }),
    })),
    expects: ['pypi.python.org', 'pypi.org'].flatMap(host => [
      { kind: 'ServiceEntry', hosts: [host], ports: [{ port: 443, protocol: 'HTTPS' }] },
      { kind: 'VirtualService', host, routes: [], tls: [{ port: 443, sni: [host], to: host }] },
    ] as const),
    verdict: sameBehaviour(RESOLVED_BY_SIDECAR, ONE_ENTRY_PER_HOST, TLS_TO_ITSELF, HTTPS_IS_TLS),
  },
  {
    manifest: 'samples/bookinfo/networking/egress-rule-google-apis.yaml',
    declare: sample => sample.calls(new HttpService(sample.topology, 'googleapis', { provider: HttpProvider.external('http://www.googleapis.com:443') })),
    expects: [{ kind: 'ServiceEntry', hosts: ['www.googleapis.com'], resolution: 'DNS', ports: [{ port: 443, protocol: 'HTTP' }] }],
    verdict: SAME,
  },
  {
    manifest: 'istio.io egress-control: ServiceEntry httpbin.org',
    declare: sample => sample.calls(new HttpService(sample.topology, 'httpbin-ext', { provider: HttpProvider.external('http://httpbin.org') })),
    expects: [{ kind: 'ServiceEntry', hosts: ['httpbin.org'], resolution: 'DNS', ports: [{ port: 80, protocol: 'HTTP' }] }],
    verdict: SAME,
  },
  {
    manifest: 'istio.io egress-control: ServiceEntry www.google.com HTTPS',
    declare: sample => sample.callsWith({}, new HttpService(sample.topology, 'google', { provider: HttpProvider.external('https://www.google.com', BY_CLIENT) })),
    expects: [{ kind: 'ServiceEntry', hosts: ['www.google.com'], resolution: 'DNS', ports: [{ port: 443, protocol: 'HTTPS' }] }],
    verdict: sameBehaviour(HTTPS_IS_TLS),
  },
  {
    manifest: 'istio.io egress-control: VirtualService timeout 3s',
    declare: sample => {
      const httpbin = new HttpService(sample.topology, 'httpbin-ext', { provider: HttpProvider.external('http://httpbin.org') });
      sample.callsWith({ timeout: Duration.seconds(3), retry: ISTIO_RETRIES }, httpbin);
    },
    expects: [{ kind: 'VirtualService', host: 'httpbin.org', routes: [{ to: { any: 100 }, timeout: '3s' }] }],
    verdict: sameBehaviour(FOR_CALLER),
  },
  {
    manifest: 'istio.io egress-control: HTTPRoute timeout 3s',
    declare: sample => {
      const httpbin = new HttpService(sample.topology, 'httpbin-ext', { provider: HttpProvider.external('http://httpbin.org') });
      sample.callsWith({ timeout: Duration.seconds(3), retry: ISTIO_RETRIES }, httpbin);
    },
    expects: [{ kind: 'HTTPRoute', parent: 'httpbin.org', rules: [{ to: { 'httpbin.org': 100 }, timeout: '3s' }] }],
    verdict: sameBehaviour(AS_VIRTUAL_SERVICE, FOR_CALLER),
  },
  {
    manifest: 'istio.io egress-tls-origination: SE targetPort 443 + DR SIMPLE',
    declare: sample => {
      sample.calls(new HttpService(sample.topology, 'cnn', { provider: HttpProvider.external('https://edition.cnn.com') }));
      sample.callsWith({}, new HttpService(sample.topology, 'cnn-tls', { provider: HttpProvider.external('https://edition.cnn.com', BY_CLIENT) }));
    },
    expects: [
      {
        kind: 'ServiceEntry', hosts: ['edition.cnn.com'], resolution: 'DNS',
        ports: [{ port: 80, protocol: 'HTTP', targetPort: 443 }, { port: 443, protocol: 'HTTPS' }],
      },
      { kind: 'DestinationRule', host: 'edition.cnn.com', ports: { 80: { tls: { mode: 'SIMPLE' } } } },
    ],
    verdict: sameBehaviour(HTTPS_IS_TLS),
  },
  {
    manifest: 'istio.io egress-gateway: SE cnn 80+443',
    declare: sample => {
      sample.calls(new HttpService(sample.topology, 'cnn', { provider: HttpProvider.external('http://edition.cnn.com') }));
      sample.callsWith({}, new HttpService(sample.topology, 'cnn-tls', { provider: HttpProvider.external('https://edition.cnn.com', BY_CLIENT) }));
    },
    expects: [CNN_AT_BOTH],
    verdict: sameBehaviour(HTTPS_IS_TLS),
  },
  {
    manifest: 'istio.io egress-gateway-tls: SE cnn 80+443',
    declare: sample => {
      sample.calls(new HttpService(sample.topology, 'cnn', { provider: HttpProvider.external('http://edition.cnn.com') }));
      sample.callsWith({}, new HttpService(sample.topology, 'cnn-tls', { provider: HttpProvider.external('https://edition.cnn.com', BY_CLIENT) }));
    },
    expects: [CNN_AT_BOTH],
    verdict: sameBehaviour(HTTPS_IS_TLS),
  },
  {
    manifest: 'istio.io egress-gateway-tls: SE endpoints + VS tls',
    declare: sample => {
      const endpoints = ['203.0.113.7'];
      sample.calls(new HttpService(sample.topology, 'nginx', { provider: HttpProvider.external('http://nginx.example.com', { endpoints }) }));
      sample.callsWith({}, new HttpService(sample.topology, 'nginx-tls', { provider: HttpProvider.external('https://nginx.example.com', { ...BY_CLIENT, endpoints }) }));
    },
    expects: [
      {
        kind: 'ServiceEntry', hosts: ['nginx.example.com'], resolution: 'DNS', ports: [{ port: 80, protocol: 'HTTP' }, { port: 443, protocol: 'HTTPS' }],
        endpoints: [{ address: 'my-nginx.mesh-external.svc.cluster.local', ports: { https: 443 } }],
      },
      { kind: 'VirtualService', host: 'nginx.example.com', routes: [], tls: [{ port: 443, sni: ['nginx.example.com'], to: 'nginx.example.com' }] },
    ],
    verdict: sameBehaviour(AT_ITS_ADDRESS, TLS_TO_ITSELF, HTTPS_IS_TLS),
  },
  {
    manifest: 'istio.io egress-gateway: SE cnn TLS',
    declare: sample => sample.callsWith({}, new HttpService(sample.topology, 'cnn', { provider: HttpProvider.external('https://edition.cnn.com', BY_CLIENT) })),
    expects: [{ kind: 'ServiceEntry', hosts: ['edition.cnn.com'], resolution: 'DNS', ports: [{ port: 443, protocol: 'TLS' }] }],
    verdict: SAME,
  },
  {
    manifest: 'istio.io wildcard: SE *.wikipedia.org',
    declare: sample => sample.callsWith({}, new HttpService(sample.topology, 'wikipedia', {
      provider: HttpProvider.external('https://www.wikipedia.org', { tlsOrigination: TlsOrigination.CLIENT, furtherHosts: ['*.wikipedia.org'] }),
    })),
    expects: [{ kind: 'ServiceEntry', hosts: ['*.wikipedia.org'], ports: [{ port: 443, protocol: 'HTTPS' }] }],
    verdict: sameBehaviour(IN_WILDCARD, HTTPS_IS_TLS),
  },
];
