import { selectedProtocol } from '../../src/istio/selected-protocol';

const of = (name?: string, appProtocol?: string) => selectedProtocol({ port: 80, target: 80, name, appProtocol });

describe('the protocol that sidecars take a port for', () => {
  test.each<[string, string]>([
    ['http', 'http'], ['http-web', 'http'], ['HTTP2-api', 'http2'], ['tcp-api', 'tcp'], ['grpc', 'grpc'], ['grpc-web', 'grpc-web'], ['grpc-webby', 'grpc-web'],
    ['https', 'https'], ['udp-dns', 'udp'], ['mongo', 'mongo'], ['mysql', 'mysql'], ['redis', 'redis'], ['tls-a-b', 'tls'],
  ])('by the name %s is %s', (name, expected) => expect(of(name)).toBe(expected));

  test.each([undefined, 'web', 'api-http', 'httpd', 'postgres', ''])('by the name %j is none', name => expect(of(name)).toBeUndefined());

  test('is that of appProtocol before that of the name, even if this says none', () =>
    expect([of('tcp-api', 'http'), of('http', 'example.com/own')]).toEqual(['http', undefined]));

  test.each([['kubernetes.io/h2c', 'http2'], ['kubernetes.io/ws', 'http'], ['kubernetes.io/wss', 'https']])('by the word %s of Kubernetes is %s', (word, expected) =>
    expect(of(undefined, word)).toBe(expected));
});
