import { Duration } from 'cdk8s';
import { Gateway, Jwt, Pods, WorkloadStanding } from '../../src';
import { newWorkload } from '../support/declare';
import { MeshDeclaration } from '../support/mesh';

const ISSUER = 'https://issuer.example.com';
const AT = { ports: [8080] };

describe('RequestAuthentication', () => {
  test('of the smallest case', () => {
    const declared = new MeshDeclaration();
    declared.workload('web').requires(Jwt.ofIssuer(ISSUER), AT);
    expect(declared.object('RequestAuthentication', 'web')).toMatchSnapshot();
  });

  test('of every option, and of a second issuer whose keys are given', () => {
    const declared = new MeshDeclaration();
    const web = declared.workload('web');
    web.requires(Jwt.ofIssuer(ISSUER, {
      jwksUri: 'https://keys.example.com/jwks.json', audiences: ['orders', 'shop'], fromHeaders: [{ name: 'x-token', prefix: 'Token ' }, { name: 'x-bare' }], fromParams: ['token'],
      fromCookies: ['session'], outputPayloadToHeader: 'x-payload', outputClaimToHeaders: { 'x-group': 'group' }, forwardOriginalToken: true, timeout: Duration.seconds(3),
    }), AT);
    web.requires(Jwt.ofIssuer('other', { jwks: '{"keys":[{"kty":"RSA","n":"AQ","e":"AQAB"}]}' }), AT);
    expect(declared.object('RequestAuthentication', 'web')).toMatchSnapshot();
  });

  test('stands before a gateway and a workload on its way into the mesh too, and before nobody who demands no token', () => {
    const declared = new MeshDeclaration();
    declared.workload('web');
    new Gateway(declared.topology, 'door', { pods: Pods.fromLabels({ labels: { app: 'door' }, namespace: 'doors' }) }).requires(Jwt.ofIssuer(ISSUER), AT);
    newWorkload(declared.topology, 'moving', { standing: WorkloadStanding.MIGRATING }).requires(Jwt.ofIssuer(ISSUER), AT);
    expect(declared.named('RequestAuthentication')).toEqual(['doors/door', 'shop/moving']);
  });
});
