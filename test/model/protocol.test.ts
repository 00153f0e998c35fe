import { Protocol } from '../../src';

test.each([[Protocol.HTTP, 'http', true], [Protocol.GRPC, 'grpc', true], [Protocol.TCP, 'tcp', false]])(
  '%s is named %s; it is made of requests: %p', (protocol, name, hasRequests) => {
    expect([protocol.name, String(protocol), protocol.hasRequests]).toEqual([name, name, hasRequests]);
  });

test('is the same for everybody who names it, so nobody can change it', () => expect(() => Object.assign(Protocol.TCP, { hasRequests: true })).toThrow(TypeError));
