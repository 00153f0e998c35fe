import { AccessPolicy, AccessRule, Jwt } from '../../src';
import { Declaration } from '../support/topology';

const found = (rule: AccessRule, verified = false) => {
  const declared = new Declaration();
  const web = declared.workload('web');
  declared.api(web);
  if (verified) web.requires(Jwt.ofIssuer('https://issuer.example.com'), { optional: true });
  web.enforces(AccessPolicy.deny('no-guests', { rules: [rule] }));
  return declared.found('BST642');
};

test.each<AccessRule>([{ requestPrincipals: ['a/*'] }, { notRequestPrincipals: ['*'] }, { when: [{ key: 'request.auth.claims[groups]', values: ['guests'] }] }])(
  'a rule about tokens where none is verified is an error: %j', rule =>
    expect(found(rule)).toEqual(['error web: its policy no-guests is about tokens, and none is verified there; let the workload require a token, by requires(), with optional where a '
      + 'request may come without one']));

test('where tokens are verified, and of rules about something else, nothing is found', () => {
  expect(found({ notRequestPrincipals: ['*'] }, true)).toEqual([]);
  expect(found({ methods: ['PUT'], when: [{ key: 'request.headers[a]', values: ['b'] }] })).toEqual([]);
});
