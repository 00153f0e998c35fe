import { HttpProvider } from '../../src/backing-services/http-provider';
import { HttpService } from '../../src/backing-services/http-service';
import { Kafka } from '../../src/backing-services/kafka';
import { KafkaProvider } from '../../src/backing-services/kafka-provider';
import { vault } from '../support/declare';
import { MeshDeclaration } from '../support/mesh';

const isOurs = (host: string) => [`error out: the host "${host}" is a name of the cluster, whose domain is "k8s.example.com"; `
  + 'declare it with an inCluster provider, which takes the Service and its namespace, and targetPort where its pods listen on another port'];

describe('BST621 host-in-cluster-domain', () => {
  test.each<[string, string, string[]]>([
    ['finds a Service', 'users.team-b.svc.k8s.example.com', isOurs('users.team-b.svc.k8s.example.com')],
    ['finds a pod', '10-1-2-3.team-b.pod.k8s.example.com', isOurs('10-1-2-3.team-b.pod.k8s.example.com')],
    ['accepts another name of the domain', 'k8s.example.com', []],
    ['accepts one whose end is an end of the domain', 'a.example.com', []],
    ['accepts a name beside it', 'users.team-b.svc.example.com', []],
  ])('%s', (_, host, expected) => {
    const declared = new MeshDeclaration({ clusterDomain: 'k8s.example.com' });
    new HttpService(declared.topology, 'out', { provider: HttpProvider.external(`https://${host}`) });
    declared.read();
    expect(declared.found('BST621')).toEqual(expected);
  });

  test.each([['*.k8s.example.com', 1], ['*.example.com', 1], ['*.kafka.svc.k8s.example.com', 1], ['*.kafka.example.com', 0]])('finds brokers of %s: %p', (host, count) => {
    const declared = new MeshDeclaration({ clusterDomain: 'k8s.example.com' });
    new Kafka(declared.topology, 'out', { provider: KafkaProvider.external({ bootstrapServers: ['a.example.org:9092'], brokerHosts: [host], credentials: vault.secret('k') }) });
    declared.read();
    expect(declared.found('BST621')).toHaveLength(count);
  });
});
