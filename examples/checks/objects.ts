import { ApiObject, YamlOutputType } from 'cdk8s';
import { HttpProvider, HttpService, Pods, Workload } from 'cdk8s-backing-services';
import { Deployment, EnvValue, ServiceAccount } from 'cdk8s-plus-28';
import { CheckExample } from './example';

/** What the rest of the program makes: objects, pods, their ports and variables. */
export const OBJECTS: readonly CheckExample[] = [
  {
    code: 'BST803',
    bad: ({ chart }) => {
      // The service carts has a Service of that name already.
      new ApiObject(chart, 'mine', { apiVersion: 'v1', kind: 'Service', metadata: { name: 'carts' } });
    },
    good: ({ chart }) => {
      new ApiObject(chart, 'mine', { apiVersion: 'v1', kind: 'Service', metadata: { name: 'carts-of-mine' } });
    },
  },
  {
    code: 'BST804',
    about: 'The app writes `YamlOutputType.FILE_PER_RESOURCE`.',
    app: { yamlOutputType: YamlOutputType.FILE_PER_RESOURCE },
    bad: ({ chart }) => {
      new ApiObject(chart, 'of shop', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'prices' } });
      new ApiObject(chart, 'of tills', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'prices', namespace: 'tills' } });
    },
    good: ({ chart }) => {
      new ApiObject(chart, 'of shop', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'prices' } });
      new ApiObject(chart, 'of tills', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'prices-of-tills', namespace: 'tills' } });
    },
  },
  {
    code: 'BST806',
    bad: ({ topology }) => {
      new Workload(topology, 'till', { pods: Pods.fromLabels({ labels: { team: 'a', app: 'till' }, serviceAccountName: 'till' }) });
      new Workload(topology, 'stock', { pods: Pods.fromLabels({ labels: { team: 'a' }, serviceAccountName: 'stock' }) });
    },
    good: ({ topology }) => {
      new Workload(topology, 'till', { pods: Pods.fromLabels({ labels: { team: 'a', app: 'till' }, serviceAccountName: 'till' }) });
      new Workload(topology, 'stock', { pods: Pods.fromLabels({ labels: { team: 'a', app: 'stock' }, serviceAccountName: 'stock' }) });
    },
  },
  {
    code: 'BST807',
    bad: ({ chart, topology }) => {
      const made = new Deployment(chart, 'stock', { containers: [{ image: 'registry.example.com/stock:1', portNumber: 8080 }] });
      const stock = new Workload(topology, 'stock', { pods: Pods.of(made) });
      new HttpService(topology, 'stock-api', { provider: HttpProvider.workload(stock, { port: 80 }) });
    },
    good: ({ chart, topology }) => {
      const made = new Deployment(chart, 'stock', { containers: [{ image: 'registry.example.com/stock:1', portNumber: 8080 }] });
      const stock = new Workload(topology, 'stock', { pods: Pods.of(made) });
      new HttpService(topology, 'stock-api', { provider: HttpProvider.workload(stock, { port: 80, targetPort: 8080 }) });
    },
  },
  {
    code: 'BST809',
    bad: ({ chart, topology }) => {
      const made = new Deployment(chart, 'till', {
        serviceAccount: new ServiceAccount(chart, 'till-account', { metadata: { name: 'till' } }),
        containers: [{ image: 'registry.example.com/till:1', envVariables: { CARTS: EnvValue.fromValue('http://carts') } }],
      });
      new Workload(topology, 'till', { pods: Pods.of(made) });
    },
    good: ({ chart, topology, carts }) => {
      const made = new Deployment(chart, 'till', {
        serviceAccount: new ServiceAccount(chart, 'till-account', { metadata: { name: 'till' } }),
        containers: [{ image: 'registry.example.com/till:1' }],
      });
      // The container is told CARTS_URL.
      new Workload(topology, 'till', { pods: Pods.of(made) }).calls(carts);
    },
  },
  {
    code: 'BST604',
    bad: ({ topology }) => {
      const pods = Pods.fromLabels({
        labels: { app: 'search' }, serviceAccountName: 'search', versions: [{ name: 'v1', labels: { version: 'one' } }],
      });
      new HttpService(topology, 'search-api', { provider: HttpProvider.workload(new Workload(topology, 'search', { pods })) });
    },
    good: ({ topology }) => {
      const pods = Pods.fromLabels({
        labels: { app: 'search' }, serviceAccountName: 'search', versions: [{ name: 'v1', labels: { version: 'v1' } }],
      });
      new HttpService(topology, 'search-api', { provider: HttpProvider.workload(new Workload(topology, 'search', { pods })) });
    },
  },
];
