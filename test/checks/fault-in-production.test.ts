import { HttpMatch } from '../../src/model/http-match';
import { HttpRoute } from '../../src/model/http-route';
import { MeshDeclaration } from '../support/mesh';
import { Declaration } from '../support/topology';

const fault = { abort: { httpStatus: 503, percentage: 10 } };
const ROUTES = [HttpRoute.when(HttpMatch.header('x-trial', 'yes')).toAnyVersion({ fault }), HttpRoute.toAnyVersion()];

function found(production: boolean | undefined, routes: HttpRoute[]): string[] {
  const declared = new MeshDeclaration();
  Object.assign(declared.topology, { production });
  declared.users({ routes });
  return (declared as Declaration).found('BST752');
}

describe('BST752 fault-in-production', () => {
  test('finds a fault where people depend on the topology', () => expect(found(true, ROUTES)).toEqual([
    'error users-api: requests wait or fail on purpose, by route 1, and people depend on this topology; declare that where production is false, or acknowledge it with the end of the trial',
  ]));

  test.each<[string, boolean | undefined, HttpRoute[]]>([['a stage for trials', undefined, ROUTES], ['another', false, ROUTES], ['routes without faults', true, [HttpRoute.toAnyVersion()]]])(
    'accepts %s', (_, production, routes) => expect(found(production, routes)).toEqual([]));
});
