import { HttpMatch, HttpRoute, Jwt, StringMatch } from '../../src';
import { newGateway } from '../support/gateway';
import { MeshDeclaration } from '../support/mesh';

const STAFF = HttpMatch.tokenClaim(['groups'], StringMatch.exact('staff'));
const BY_CLAIM = { matches: [STAFF] };

const found = (options: object, verified = false) => {
  const declared = new MeshDeclaration();
  const door = newGateway(declared.topology);
  if (verified) door.requires(Jwt.ofIssuer('https://login.example.com'), { optional: true });
  door.exposes(declared.users({}, ['v1', 'v2']), options);
  declared.read();
  return declared.found('BST663').map(text => text.replace(/;.*/, ''));
};

test('BST663: finds what is exposed by a claim where no token is verified, in its matches or in its routes', () => {
  const expected = 'it asks for a claim of a token, and door verifies no token, so that no request has one';
  expect(found(BY_CLAIM)).toEqual([expect.stringContaining(expected)]);
  expect(found({ routes: [HttpRoute.when(STAFF).to('v2'), HttpRoute.split({ v1: 100 })] })).toEqual([expect.stringContaining(expected)]);
});

test('accepts it where tokens are, and what asks for none', () => {
  expect(found(BY_CLAIM, true)).toEqual([]);
  expect(found({})).toEqual([]);
});
