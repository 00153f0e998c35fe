import { HttpProvider } from '../../src/backing-services/http-provider';
import { HttpService } from '../../src/backing-services/http-service';
import { Kafka } from '../../src/backing-services/kafka';
import { KafkaProvider } from '../../src/backing-services/kafka-provider';
import { TcpProvider } from '../../src/backing-services/tcp-provider';
import { TcpService } from '../../src/backing-services/tcp-service';
import { vault } from '../support/declare';
import { Declaration } from '../support/topology';

const found = (url: string, cidrs?: string[]) => {
  const declared = new Declaration();
  new HttpService(declared.topology, 'out', { provider: HttpProvider.external(url, { cidrs }) });
  return declared.found('BST518');
};
const at = (places: string) => [`error out: out is at ${places}, where a cloud hands out the credentials of the machine; `
  + 'give the workload an identity of its own and take this service out, or give hosts and address ranges that are the service\'s alone'];

describe('BST518 instance-credentials', () => {
  test.each<[string, string, string[] | undefined, string[]]>([
    ['finds the one address', 'http://out.example.com', ['169.254.169.254/32'], at('"169.254.169.254/32"')],
    ['finds all of link-local, among others', 'http://out.example.com', ['203.0.113.0/24', '169.254.0.0/16', 'fd00:ec2::254/128'], at('"169.254.0.0/16", "fd00:ec2::254/128"')],
    ['finds a name of it', 'http://metadata.google.internal', undefined, at('"metadata.google.internal"')],
    ['finds the name that AWS gives to it in a region', 'http://instance-data.us-west-2.compute.internal', undefined, at('"instance-data.us-west-2.compute.internal"')],
    ['finds what configures the machines of Azure', 'http://out.example.com', ['168.63.129.16/32'], at('"168.63.129.16/32"')],
    ['finds the address over NAT64', 'http://out.example.com', ['64:ff9b::a9fe:a9fe/128'], at('"64:ff9b::a9fe:a9fe/128"')],
    ['accepts a range that reaches beyond, of which policies leave it out', 'http://out.example.com', ['0.0.0.0/0', '169.0.0.0/8'], []],
    ['accepts a service that may be anywhere', 'http://out.example.com', undefined, []],
    ['accepts private addresses', 'http://out.example.com', ['10.0.0.0/8'], []],
  ])('%s', (_, url, cidrs, expected) => expect(found(url, cidrs)).toEqual(expected));

  test.each(['metadata.google.internal', 'metadata.goog', 'metadata.tencentyun.com', 'api.metadata.cloud.ibm.com', 'metadata.exoscale.com', 'instance-data.ec2.internal'])(
    'finds %s, as clouds call it', host => expect(found(`http://${host}`)).toEqual(at(`"${host}"`)));

  const foundOfBrokers = (host: string) => {
    const declared = new Declaration();
    new Kafka(declared.topology, 'out', { provider: KafkaProvider.external({ bootstrapServers: ['a.example.com:9092'], brokerHosts: [host], credentials: vault.secret('k') }) });
    return declared.found('BST518');
  };

  test.each(['*.google.internal', '*.metadata.cloud.ibm.com', '*.cloud.ibm.com', '*.exoscale.com'])('finds brokers whose names %s stand for one of it', host =>
    expect(foundOfBrokers(host)).toEqual(at(`"${host}"`)));

  test.each(['*.c.my-project.internal', '*.eu-west-1.compute.internal', '*.eventstreams.cloud.ibm.com', '*.eu-west-1.aws.confluent.cloud'])('accepts brokers of %s', host =>
    expect(foundOfBrokers(host)).toEqual([]));

  test.each([['169.254.169.254', undefined, '169.254.169.254/32'], ['169.254.169.254', ['0.0.0.0/0'], '169.254.169.254/32'], ['fd00:ec2::254', undefined, 'fd00:ec2::254/128']])(
    'finds a service at %s, whose ranges are said to be %j', (host, cidrs, place) => {
      const declared = new Declaration();
      new TcpService(declared.topology, 'out', { provider: TcpProvider.external({ host, port: 80, cidrs }) });
      expect(declared.found('BST518')).toEqual(at(`"${place}"`));
    });
});
