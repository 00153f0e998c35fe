import { ANYWHERE, Cluster, edge, Edge } from './cluster';
import { collector, entityOperator, istiod, kafkaBroker, KUBE_DNS, postgresInstance, stranger } from './known-pods';
import { NetworkWorld } from './network-world';
import { instanceService, openPod, outside, Role } from './place';

const GUARDED = ['books/web', 'books/users', 'books/reviews', 'shop/orders'];

/** Who reaches whom, read from twelve-factor.ts and shop.ts by a person. */
const DECLARED: readonly Edge[] = [
  edge('istio-ingress/ingress-gateway', 'books/web', 8000),
  edge('books/web', 'books/users', 8080),
  edge('books/web', 'books/reviews', 9080),
  edge('books/web', 'books/books-1', 5432),
  edge('books/web', 'kafka/events-kafka', 9093),
  edge('books/web', ANYWHERE, 6379),
  ...['books/web', 'books/users', 'books/reviews'].map(workload => edge(workload, 'the collector', 4317)),
  edge('shop/orders', 'shop/shop-1', 5432),
  edge('shop/orders', 'kafka/events-kafka', 9093),
  edge('shop/orders', ANYWHERE, 6379),
  edge('shop/orders', ANYWHERE, 443),
];

/** Both examples in one cluster. */
export function examplesCluster(world: NetworkWorld): Cluster {
  return new Cluster([
    ...world.podsOf('books/web', ['web']),
    ...world.podsOf('books/users', ['users']),
    ...world.podsOf('books/reviews', ['reviews-v1', 'reviews-v2']),
    ...world.podsOf('shop/orders', ['orders']),
    openPod(Role.WORKLOAD, 'istio-ingress/ingress-gateway', 'istio-ingress', { app: 'istio-ingressgateway', istio: 'ingressgateway' }),
    postgresInstance('books', 'books'),
    postgresInstance('shop', 'shop'),
    kafkaBroker('kafka', 'events'),
    KUBE_DNS,
    istiod('istio-system'),
    collector('observability', { app: 'otel-collector' }),
    stranger('books'), stranger('shop'), stranger('kube-system'), stranger('istio-system'),
    stranger('elsewhere', { app: 'web' }), stranger('elsewhere', { istio: 'ingressgateway' }), stranger('elsewhere', { app: 'orders' }),
    entityOperator('kafka', 'events'),
    outside('the internet', '203.0.113.7'), outside('the internet', '2001:db8::7'),
    ...['169.254.169.254', '168.63.129.16', 'fd00:ec2::254', 'fd00:c1::a9fe:a9fe', '64:ff9b::a9fe:a9fe'].map(instanceService),
  ], [
    ...DECLARED,
    ...GUARDED.flatMap(workload => [edge(workload, 'the DNS', 53), edge(workload, 'the DNS', 53, 'UDP'), edge(workload, 'the control plane', 15012)]),
  ]);
}
