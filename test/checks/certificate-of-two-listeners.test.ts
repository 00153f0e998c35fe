import { GatewayListener, HttpsListenerOptions } from '../../src';
import { newGateway } from '../support/gateway';
import { GatewayApiDeclaration } from '../support/gateway-api';
import { MeshDeclaration } from '../support/mesh';

const found = (...said: HttpsListenerOptions[]) => {
  const declared = new MeshDeclaration();
  newGateway(declared.topology, { listeners: [GatewayListener.http(), ...said.map(options => GatewayListener.https(options)), GatewayListener.tlsPassthrough({ hosts: ['db.example.com'] })] });
  declared.read();
  return declared.found('BST654').map(text => text.replace(/;.*/, ''));
};
const [A, B] = ['a', 'b'].map(name => ({ hosts: [`${name}.example.com`], certificateSecret: 'wide-tls' }));

describe('BST654 certificate-of-two-listeners', () => {
  test('finds listeners of one port that show one certificate, in whatever order', () => {
    const expected = ['warning door: at port 443 its listeners for "a.example.com" and for "b.example.com" show one certificate, "wide-tls"'];
    expect([found(A, B), found(B, A)]).toEqual([expected, expected]);
  });

  test('finds hosts of one listener too where each becomes a listener of its own', () => {
    const declared = new GatewayApiDeclaration();
    declared.door({ listeners: [GatewayListener.https({ ...A, hosts: [...A.hosts, ...B.hosts] }), GatewayListener.https({ hosts: ['c.example.com'], certificateSecret: 'c-tls' })] });
    declared.read();
    expect(declared.found('BST654')).toEqual([
      'warning door: at port 443 its listeners for "a.example.com", "b.example.com" show one certificate, "wide-tls"; give each host a certificate of its own, as a listener of the Gateway API is for one host',
    ]);
  });

  test('accepts one listener of all hosts, certificates of their own, and other ports', () => {
    expect(found({ ...A, hosts: [...A.hosts, ...B.hosts] })).toEqual([]);
    expect(found(A, { ...B, certificateSecret: 'b-tls' })).toEqual([]);
    expect(found(A, { ...B, port: 8443 })).toEqual([]);
  });
});
