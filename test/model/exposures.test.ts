import { Duration } from 'cdk8s';
import { Gateway, GatewayListener, HttpMatch, HttpService, RetryPolicy, StringMatch } from '../../src';
import { newHttpService, newTopology } from '../support/declare';
import { newGateway } from '../support/gateway';

const API = HttpMatch.uri(StringMatch.prefix('/api/'));
const seconds = (amount: number) => Duration.seconds(amount);
let shop: ReturnType<typeof newTopology>;
let door: Gateway;
let web: HttpService;
beforeEach(() => {
  shop = newTopology();
  door = newGateway(shop, { listeners: [GatewayListener.http({ hosts: ['shop.example.com'] })] });
  web = newHttpService(shop, 'web');
});
/** What the gateway's call of `web` is judged by: seconds, tries. */
const judged = () => {
  const [{ policy: { timeout, retry } }] = shop.read().dependenciesOf(door);
  return [timeout?.toSeconds(), retry?.count];
};
/** What each exposure says, in the order of the paths: seconds, tries. */
const said = () => {
  const { _exposures: exposures } = shop.read();
  return exposures.all.map(each => exposures.policyOf(each)).map(({ timeout, retry }) => [timeout?.toSeconds(), retry?.count]);
};

test('an exposure says what it says, else what calls() of the gateway does, and nothing that another exposure says', () => {
  door.calls(web, { timeout: seconds(5), retry: RetryPolicy.attempts(1), bindingName: 'front' });
  door.exposes(web);
  door.exposes(web, { matches: [API], timeout: seconds(2), retry: RetryPolicy.attempts(3) });
  expect([said(), judged()]).toEqual([[[5, 1], [2, 3]], [2, 3]]);
  expect(shop.read().dependenciesOf(door)[0].policy.bindingName).toBe('front');
});

test('without calls() an exposure that says nothing has no limit, though the call is judged by the shortest of another', () => {
  door.exposes(web);
  door.exposes(web, { matches: [API], timeout: seconds(2), retry: RetryPolicy.attempts(3) });
  expect([said(), judged()]).toEqual([[[undefined, undefined], [2, 3]], [2, 3]]);
});

test('what calls() says counts for nothing where each exposure says something else', () => {
  door.calls(web, { timeout: seconds(1) });
  door.exposes(web, { timeout: seconds(9) });
  expect([said(), judged()]).toEqual([[[9, undefined]], [9, undefined]]);
});

test('calls() may be said behind exposes()', () => {
  door.exposes(web, { timeout: seconds(2) });
  door.calls(web, { retry: RetryPolicy.attempts(1) });
  expect(judged()).toEqual([2, 1]);
});

test('other dependencies are what they were', () => {
  const other = newGateway(shop, {}, 'other');
  const call = other.calls(web);
  door.exposes(web);
  const graph = shop.read();
  expect(graph.dependenciesOf(other)).toEqual([call]);
  expect(graph.dependencies.map(({ name }) => name)).toEqual(['door calls web', 'other calls web']);
  expect([graph._exposures.of(door).length, graph._exposures.of(other).length]).toEqual([1, 0]);
});
