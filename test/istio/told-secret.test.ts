import { isCredentialHeader, tellsSecret } from '../../src/istio/told-secret';

test.each(['authorization', 'proxy-authorization', 'cookie', 'set-cookie', 'x-api-key', 'x-auth-token'])('%s carries a credential', name => expect(isCredentialHeader(name)).toBe(true));

test.each(['x-user', 'authorization-url', 'user-agent', 'x-request-id'])('%s carries none', name => expect(isCredentialHeader(name)).toBe(false));

test('the refusal names the carrier and no value', () =>
  expect(tellsSecret('the header', 'cookie', 'mesh').message).toMatch(/^BST660 mesh: the header "cookie" carries a credential, .*; take the value from where no credential is$/));
