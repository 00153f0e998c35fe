import { DataAccess, GoogleMemorystoreProps, Redis, RedisProvider } from '../../src';
import { expectRefusal, newTopology, newWorkload, readable, survivesHostileText, told, vault } from '../support/declare';

const declare = (props: Partial<GoogleMemorystoreProps> = {}) => new Redis(newTopology(), 'cache', { provider: RedisProvider.googleMemorystore({ host: '10.0.0.3', ...props }) });
const read = (redis: Redis, access?: DataAccess) => readable(told(redis, newWorkload(newTopology(), 'orders'), access));

test('an instance encrypts where it has an authority, whether or not it asks for a password', () => {
  expect(read(declare()).URL).toBe('redis://10.0.0.3:6379/0');
  expect(read(declare({ credentials: vault.secret('rw', { password: 'auth' }) })).URL).toBe('redis://:{rw auth %}@10.0.0.3:6379/0');
  expect(read(declare({ credentials: vault.secret('rw', { ca: 'ca' }) }))).toMatchObject({ URL: 'rediss://10.0.0.3:6378/0', CA_FILE: '/bindings/b/ca.crt' });
});

test('who only reads is sent to the read endpoint; policies open the addresses', () => {
  const redis = declare({ readHost: '10.0.0.4', port: 6400, database: 3, credentials: vault.secret('rw', { password: 'auth', ca: 'ca' }) });
  expect(read(redis, DataAccess.READ_ONLY).URL).toBe('rediss://:{rw auth %}@10.0.0.4:6400/3');
  expect(redis.locator.cidrs).toEqual(['10.0.0.3/32', '10.0.0.4/32']);
});

test.each<[string, Partial<GoogleMemorystoreProps>, string]>([
  ['BST801', { host: 'redis.example.com' }, 'host (not repeated here)'], ['BST801', { readHost: 'u:CANARY@h' }, 'readHost (not repeated here)'], ['BST032', { host: '127.0.0.1' }, 'not outside'],
  ['BST017', { credentials: vault.secret('x', { username: 'u' }) }, 'due is "password", or "ca"'], ['BST010', { database: 0.5 }, '0..1000000'],
])('%s: refuses %j', (code, props, words) => {
  expectRefusal(() => declare(props), code, 'chart/shop/cache', words);
  expect(() => declare(props)).not.toThrow('CANARY');
});

test('survives hostile text', () => survivesHostileText(text => declare({ host: text })));
