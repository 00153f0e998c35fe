import { Protocol } from '../../src';

test.each([[Protocol.HTTP, 'http', true], [Protocol.GRPC, 'grpc', true], [Protocol.TCP, 'tcp', false], [Protocol.TLS, 'tls', false]])(
  '%s is named %s; its requests can be seen: %p', (protocol, name, isHttp) => {
    expect([protocol.name, String(protocol), protocol.isHttp]).toEqual([name, name, isHttp]);
  });
