import { Chart } from 'cdk8s';
import {
  MermaidDiagram, Platform, Pods, Redis, RedisProvider, Topology, TopologyDocuments, TopologyJson, Workload,
} from 'cdk8s-backing-services';
import { Deployment, ServiceAccount } from 'cdk8s-plus-33';

/** The document and the diagram of a topology, as files beside the YAML or as text. */
export function topologyDocuments(chart: Chart): Topology {
  const topology = new Topology(chart, 'shop');
  const process = (name: string) => new Workload(topology, name, { pods: Pods.of(new Deployment(chart, `${name}-deployment`, {
    serviceAccount: new ServiceAccount(chart, `${name}-account`), containers: [{ image: `registry.example.com/${name}:1.4.0` }],
  })) });
  process('orders').uses(new Redis(topology, 'cache', { provider: RedisProvider.workload(process('redis')) }));

  new Platform(chart, 'platform', { topology });

  // In a program, after app.synth(): TopologyDocuments.write(app);
  const document = TopologyDocuments.of(topology);
  const drawn: Record<string, string> = { 'shop.mmd': MermaidDiagram.render(document), 'shop.topology.json': TopologyJson.render(document) };
  topology.node.addMetadata('drawn', Object.keys(drawn));
  return topology;
}
