import { ApiObject } from 'cdk8s';
import { ServiceAccount, StatefulSet } from 'cdk8s-plus-28';
import { KubernetesServices, Pods, TcpProvider, TcpService, Workload } from '../../src';
import { Emitted, emitted } from '../support/emitted';
import { Declaration } from '../support/topology';

/** What a StatefulSet is governed by, and the Services that are there. */
function governed({ chart, topology }: Declaration): { readonly by: string; readonly services: Emitted[] } {
  new KubernetesServices(chart, 'services', { topology });
  return { by: emitted(chart, 'StatefulSet')[0].spec.serviceName, services: emitted(chart, 'Service') };
}

test('the Service that cdk8s-plus makes for its StatefulSet is used as it is: existingService, and headless', () => {
  const declared = new Declaration();
  const { chart, topology } = declared;
  const serviceAccount = new ServiceAccount(chart, 'queue-account');
  const set = new StatefulSet(chart, 'queue', { serviceAccount, containers: [{ image: 'queue', ports: [{ name: 'amqp', number: 5672 }] }] });
  const provider = TcpProvider.workload(new Workload(topology, 'queue-server', { pods: Pods.of(set) }), {
    port: 5672, targetPortName: 'amqp', existingService: set.service.name, headless: true,
  });
  const queue = new TcpService(topology, 'queue', { provider });
  const { by, services } = governed(declared);
  expect(services.map(({ metadata }) => metadata.name)).toEqual([by]);
  expect(queue.locator.primary).toMatchObject({ host: `${by}.shop.svc`, headless: true, targetPort: 5672 });
});

test('a StatefulSet is governed by a headless Service of ours that is named as it says, and gives out members that are not ready', () => {
  const declared = new Declaration();
  const labels = { app: 'queue' };
  new ApiObject(declared.chart, 'queue-set', {
    apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: { name: 'queue' },
    spec: { serviceName: 'queue', selector: { matchLabels: labels }, template: { metadata: { labels }, spec: { containers: [{ name: 'queue', image: 'queue' }] } } },
  });
  const provider = TcpProvider.workload(declared.workload('queue-server', { labels }), {
    port: 5672, headless: true, kubernetesService: { publishNotReadyAddresses: true },
  });
  new TcpService(declared.topology, 'queue', { provider });
  const { by, services } = governed(declared);
  expect(services).toMatchObject([{ metadata: { name: by, namespace: 'shop' }, spec: { clusterIP: 'None', publishNotReadyAddresses: true, selector: labels } }]);
});
