import { ApiObject, Duration } from 'cdk8s';
import {
  AdmittedPeer, HttpProvider, HttpService, LoadBalancing, NetworkPeer, ServiceType, TcpProvider, TcpService,
} from 'cdk8s-backing-services';
import { CheckExample } from './example';

/** Kubernetes Services: those that are made, and those that are there. */
export const SERVICES: readonly CheckExample[] = [
  {
    code: 'BST523',
    bad: ({ topology, web }) => {
      web.calls(new HttpService(topology, 'users', { provider: HttpProvider.inCluster({ service: 'users', namespace: 'people' }) }));
    },
    good: ({ topology, web }) => {
      web.calls(new HttpService(topology, 'users', {
        provider: HttpProvider.inCluster({ service: 'users', namespace: 'people', podLabels: { app: 'users' }, targetPort: 8080 }),
      }));
    },
  },
  {
    code: 'BST527',
    bad: ({ web, orders }) => {
      web.reaches(NetworkPeer.pods({ namespace: 'shop', podLabels: orders.selector, port: 8080 }));
    },
    good: ({ web, carts }) => {
      web.calls(carts);
    },
  },
  {
    code: 'BST528',
    bad: ({ topology, web }) => {
      new HttpService(topology, 'pages', {
        provider: HttpProvider.workload(web, { targetPort: 8080, kubernetesService: { serviceType: ServiceType.LOAD_BALANCER } }),
      });
    },
    good: ({ topology, web }) => {
      new HttpService(topology, 'pages', {
        provider: HttpProvider.workload(web, { targetPort: 8080, kubernetesService: { serviceType: ServiceType.LOAD_BALANCER } }),
      });
      web.admits(AdmittedPeer.addresses({ cidrs: ['203.0.113.0/24'], port: 8080 }));
    },
  },
  {
    code: 'BST537',
    bad: ({ chart, topology, web }) => {
      new ApiObject(chart, 'there', {
        apiVersion: 'v1', kind: 'Service', metadata: { name: 'pages' }, spec: { selector: web.selector, ports: [{ port: 80, targetPort: 8080 }] },
      });
      new HttpService(topology, 'pages', { provider: HttpProvider.workload(web, { existingService: 'pages', port: 80 }) });
    },
    good: ({ chart, topology, web }) => {
      new ApiObject(chart, 'there', {
        apiVersion: 'v1', kind: 'Service', metadata: { name: 'pages' }, spec: { selector: web.selector, ports: [{ port: 80, targetPort: 8080 }] },
      });
      new HttpService(topology, 'pages', { provider: HttpProvider.workload(web, { existingService: 'pages', port: 80, targetPort: 8080 }) });
    },
  },
  {
    code: 'BST538',
    bad: ({ chart, topology, web }) => {
      new HttpService(topology, 'pages', { provider: HttpProvider.workload(web, { targetPort: 8080 }) });
      const backend = { service: { name: 'pages', port: { number: 80 } } };
      new ApiObject(chart, 'ingress', {
        apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', metadata: { name: 'pages' }, spec: { rules: [{ http: { paths: [{ backend }] } }] },
      });
    },
    good: ({ chart, topology, web }) => {
      new HttpService(topology, 'pages', { provider: HttpProvider.workload(web, { targetPort: 8080 }) });
      const backend = { service: { name: 'pages', port: { number: 80 } } };
      new ApiObject(chart, 'ingress', {
        apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', metadata: { name: 'pages' }, spec: { rules: [{ http: { paths: [{ backend }] } }] },
      });
      web.admits(AdmittedPeer.pods({ namespace: 'ingress-nginx', podLabels: { app: 'ingress-nginx' }, port: 8080 }));
    },
  },
  {
    code: 'BST606',
    bad: ({ topology, batch }) => {
      new HttpService(topology, 'jobs', { provider: HttpProvider.workload(batch, { targetPort: 8080 }) });
      new TcpService(topology, 'queue', { provider: TcpProvider.workload(batch, { port: 7000, targetPort: 8080 }) });
    },
    good: ({ topology, batch }) => {
      new HttpService(topology, 'jobs', { provider: HttpProvider.workload(batch, { targetPort: 8080 }) });
      new TcpService(topology, 'queue', { provider: TcpProvider.workload(batch, { port: 7000, targetPort: 7000 }) });
    },
  },
  {
    code: 'BST626',
    bad: ({ topology, web }) => {
      const provider = HttpProvider.inCluster({ service: 'carts', namespace: 'shop', podLabels: { app: 'orders' }, targetPort: 8080 });
      web.calls(new HttpService(topology, 'twin', { provider }));
    },
    good: ({ web, carts }) => {
      web.calls(carts);
    },
  },
  {
    code: 'BST629',
    bad: ({ topology, web, batch }) => {
      web.calls(new HttpService(topology, 'chat', {
        provider: HttpProvider.workload(batch, { targetPort: 8080, kubernetesService: { clientAffinity: Duration.hours(1) } }),
      }));
    },
    good: ({ topology, web, batch }) => {
      web.calls(new HttpService(topology, 'chat', {
        provider: HttpProvider.workload(batch, { targetPort: 8080 }),
        loadBalancing: LoadBalancing.stickyHeader('x-user'),
      }));
    },
  },
  {
    code: 'BST638',
    bad: ({ topology, web, batch }) => {
      new HttpService(topology, 'pages', { provider: HttpProvider.workload(web, { service: 'front', targetPort: 8080 }) });
      new HttpService(topology, 'jobs', { provider: HttpProvider.workload(batch, { service: 'front', targetPort: 8080 }) });
    },
    good: ({ topology, web, batch }) => {
      new HttpService(topology, 'pages', { provider: HttpProvider.workload(web, { service: 'front', targetPort: 8080 }) });
      new HttpService(topology, 'jobs', { provider: HttpProvider.workload(batch, { service: 'back', targetPort: 8080 }) });
    },
  },
  {
    code: 'BST640',
    bad: ({ chart, topology, web }) => {
      const ports = [{ port: 80, targetPort: 8080, name: 'tcp-pages' }];
      new ApiObject(chart, 'there', { apiVersion: 'v1', kind: 'Service', metadata: { name: 'pages' }, spec: { selector: web.selector, ports } });
      new HttpService(topology, 'pages', { provider: HttpProvider.workload(web, { existingService: 'pages', targetPort: 8080 }) });
    },
    good: ({ chart, topology, web }) => {
      const ports = [{ port: 80, targetPort: 8080, name: 'http-pages' }];
      new ApiObject(chart, 'there', { apiVersion: 'v1', kind: 'Service', metadata: { name: 'pages' }, spec: { selector: web.selector, ports } });
      new HttpService(topology, 'pages', { provider: HttpProvider.workload(web, { existingService: 'pages', targetPort: 8080 }) });
    },
  },
];
