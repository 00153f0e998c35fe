import { DragonflyProps, Redis, RedisProvider, Tls } from '../../src';
import { expectRefusal, newTopology, newWorkload, readable, survivesHostileText, told, vault } from '../support/declare';

const declare = (props: Partial<DragonflyProps> = {}) => new Redis(newTopology(), 'cache', { provider: RedisProvider.dragonfly({ instance: 'df', ...props }) });
const read = (redis: Redis) => readable(told(redis, newWorkload(newTopology(), 'orders')));

test('is served by the Service of its name, which leads to the master', () => {
  expect(declare().locator).toMatchObject({
    operator: 'dragonfly', resource: 'df', namespace: 'shop', podLabels: { 'app': 'df', 'app.kubernetes.io/name': 'dragonfly', 'app.kubernetes.io/part-of': 'dragonfly' },
  });
  expect(read(declare()).URL).toBe('redis://df.shop.svc:6379/0');
});

test('takes every option', () => {
  const password = vault.secret('rw', { password: 'pw' });
  const all: Required<DragonflyProps> = { instance: 'df', namespace: 'data', database: 2, tls: Tls.byClient(), credentials: password, readOnlyCredentials: password };
  expect(read(declare(all)).URL).toBe('rediss://:{rw pw %}@df.data.svc:6379/2');
});

test.each<[string, Partial<DragonflyProps>, string]>([
  ['BST801', { instance: 'Df' }, 'the name of a Dragonfly resource'], ['BST010', { database: -1 }, '0..1000000'], ['BST017', { credentials: vault.secret('x', { uri: 'u' }) }, 'due is "password"'],
])('%s: refuses %j', (code, props, words) => expectRefusal(() => declare(props), code, 'chart/shop/cache', words));

test('survives hostile text', () => survivesHostileText(text => [{ instance: text }, { namespace: text }].forEach(props => declare(props))));
