import { ISSUER } from '../../fixtures/entrances';
import { TokenIssuer } from '../../fixtures/tokens';
import { mutate } from '../../harness/mutation';
import { Row } from '../../harness/row';
import { all, counts } from './counts';
import { entering, POLICY, refusedThere } from './entering';
import { MeshWorld } from './world';

const TICKETS = 'entrances/tickets';
const DEMANDED = { ...POLICY, name: 'office-requires-token' };
const VERIFIED = { ...POLICY, kind: 'RequestAuthentication' };
const STAFF = { aud: 'tickets', groups: ['visitors', 'staff'] };
const ELSEWHERE = 'https://elsewhere.example.com';
const LONG_AGO = 1_000_000_000;
/** Signs in the name of another. */
const FORGER = new TokenIssuer(ISSUER.name);

/** Tokens that are none here, however they are wrong. */
const INVALID: readonly (readonly [what: string, token: () => string])[] = [
  ['expired', () => ISSUER.token({ ...STAFF, exp: LONG_AGO })],
  ['signed by somebody else', () => FORGER.token(STAFF)],
  ['of another issuer', () => ISSUER.token({ ...STAFF, iss: ELSEWHERE })],
  ['no token at all', () => 'bearer'],
];

/** Tokens that a workload requires. */
export const TOKEN_ROWS: readonly Row<MeshWorld>[] = [
  {
    behaviour: 'requires(): the declared caller with a token of the issuer, for the audience and with the claim, gets 200',
    async observe(world) {
      const { statuses, requests } = await entering(world, 'parcels', TICKETS, bearing(ISSUER.token(STAFF)));
      return { seen: `${counts(statuses)}, ${requests} reached the service`, holds: all({ statuses }, 5, '200') && requests === 5 };
    },
    brokenBy: mutate(DEMANDED, 'another value of the claim', ({ spec }) => { spec.rules[1].when[0].notValues = ['nobody']; }),
  },
  refusedThere('a request without a token gets 403: verifying tokens demands none', ['parcels', TICKETS, {}],
    mutate(DEMANDED, 'nothing is demanded of who has none', ({ spec }) => { spec.rules.shift(); })),
  {
    behaviour: 'a token that has expired, is signed by somebody else, of another issuer or none at all gets 401',
    async observe(world) {
      const outcomes = [];
      for (const [what, token] of INVALID) outcomes.push({ what, ...await entering(world, 'parcels', TICKETS, bearing(token())) });
      const other = outcomes.filter(({ statuses, requests }) => !all({ statuses }, 5, '401') || requests > 0);
      return { seen: other.map(({ what, statuses }) => `${what}: ${counts(statuses)}`).join(', ') || `${5 * INVALID.length} x 401, 0 reached the service`, holds: other.length === 0 };
    },
    brokenBy: mutate(VERIFIED, 'the other issuer is known, too', ({ spec }) => { spec.jwtRules.push({ issuer: ELSEWHERE, jwks: ISSUER.jwks }); }),
  },
  refusedThere('a token for another audience gets 403', ['parcels', TICKETS, bearing(ISSUER.token({ ...STAFF, aud: 'elsewhere' }))],
    mutate(VERIFIED, 'any audience', ({ spec }) => { delete spec.jwtRules[0].audiences; })),
  refusedThere('a token without the claim gets 403', ['parcels', TICKETS, bearing(ISSUER.token({ ...STAFF, groups: ['visitors'] }))],
    mutate(DEMANDED, 'no claim is demanded', ({ spec }) => { spec.rules.pop(); })),
  refusedThere('a token lets in nobody: who declared no call gets 403 with one', ['stranger', TICKETS, bearing(ISSUER.token(STAFF))],
    mutate({ ...POLICY, name: 'office' }, 'who has a token is let in', ({ spec }) => { spec.rules.push({ from: [{ source: { requestPrincipals: ['*'] } }] }); })),
  {
    behaviour: 'exceptPaths and exceptMethods: at that path, or with that method, no token is needed',
    async observe(world) {
      const path = await entering(world, 'parcels', TICKETS, { path: '/healthz' });
      const method = await entering(world, 'parcels', TICKETS, { method: 'OPTIONS' });
      return { seen: `at the path ${counts(path.statuses)}, with the method ${counts(method.statuses)}`, holds: [path, method].every(outcome => all(outcome, 5, '200')) };
    },
    brokenBy: mutate(DEMANDED, 'a method that is excepted needs to be at a path that is', ({ spec }) => { delete spec.rules[0].to[0].operation.notMethods; }),
  },
];

function bearing(token: string) {
  return { headers: { authorization: `Bearer ${token}` } };
}
