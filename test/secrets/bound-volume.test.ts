import { Redis, RedisProvider, SecretBindings, Secrets } from '../../src';
import { vault } from '../support/declare';
import { Declaration } from '../support/topology';

function volumesOf(parts: Record<string, string>) {
  const declared = new Declaration();
  const web = declared.workload('web');
  web.uses(new Redis(declared.topology, 'cache', { provider: RedisProvider.external({ host: 'c.example.com', credentials: vault.secret('c', parts) }) }));
  return new SecretBindings(declared.chart, 'bindings', { topology: declared.topology, secrets: Secrets.externalSecrets() }).volumesOf(web);
}

test('pods that another program makes are told which volume to mount, and where its files come from', () =>
  expect(volumesOf({ password: 'password', ca: 'ca' })).toEqual([{
    name: 'bindings',
    mountPath: '/bindings',
    files: [
      { path: 'cache/ca.crt', secretName: 'web-cache', secretKey: 'ca.crt' },
      { path: 'cache/type', text: 'redis', annotation: 'cache.bindings.cdk8s-backing-services.io/type' },
    ],
  }]));

test('where no variable names a file, there is none', () => expect(volumesOf({ password: 'password' })).toEqual([]));
