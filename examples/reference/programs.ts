import { Chart } from 'cdk8s';
import { Topology } from 'cdk8s-backing-services';
import { ambientMesh } from './ambient-mesh';
import { shop } from './app';
import { bindings } from './bindings';
import { cassandra } from './cassandra';
import { checksApi } from './checks-api';
import { cloudNativePgDatabases } from './cloud-native-pg-databases';
import { contracts } from './contracts';
import { credentials } from './credentials';
import { customService } from './custom-service';
import { elasticsearch } from './elasticsearch';
import { grpcService } from './grpc-service';
import { httpService } from './http-service';
import { istioMesh } from './istio-mesh';
import { kafka } from './kafka';
import { kubernetesServices } from './kubernetes-services';
import { ldap } from './ldap';
import { memcached } from './memcached';
import { mongoDb } from './mongo-db';
import { mySql } from './my-sql';
import { nats } from './nats';
import { networkPolicies } from './network-policies';
import { objectStorage } from './object-storage';
import { oidcIssuer } from './oidc-issuer';
import { openSearch } from './open-search';
import { platform } from './platform';
import { policies } from './policies';
import { postgres } from './postgres';
import { rabbitMq } from './rabbit-mq';
import { redis } from './redis';
import { routes } from './routes';
import { secretBindings } from './secret-bindings';
import { smtpServer } from './smtp-server';
import { sqlServer } from './sql-server';
import { strimziKafka } from './strimzi-kafka';
import { tcpService } from './tcp-service';
import { declared } from './topology';
import { topologyDocuments } from './topology-documents';
import { workload } from './workload';

/** The program of each page of docs/reference that has one, by the page's name. */
export const PROGRAMS: Readonly<Record<string, (chart: Chart) => Topology>> = {
  'ambient-mesh': ambientMesh,
  'app': shop,
  'bindings': bindings,
  'cassandra': cassandra,
  'checks-api': checksApi,
  'cloud-native-pg-databases': cloudNativePgDatabases,
  'contracts': contracts,
  'credentials': credentials,
  'custom-service': customService,
  'elasticsearch': elasticsearch,
  'grpc-service': grpcService,
  'http-service': httpService,
  'istio-mesh': istioMesh,
  'kafka': kafka,
  'kubernetes-services': kubernetesServices,
  'ldap': ldap,
  'memcached': memcached,
  'mongo-db': mongoDb,
  'nats': nats,
  'my-sql': mySql,
  'network-policies': networkPolicies,
  'object-storage': objectStorage,
  'oidc-issuer': oidcIssuer,
  'open-search': openSearch,
  'platform': platform,
  'policies': policies,
  'postgres': postgres,
  'rabbit-mq': rabbitMq,
  'redis': redis,
  'routes': routes,
  'secret-bindings': secretBindings,
  'smtp-server': smtpServer,
  'sql-server': sqlServer,
  'strimzi-kafka': strimziKafka,
  'tcp-service': tcpService,
  'topology': declared,
  'topology-documents': topologyDocuments,
  'workload': workload,
};
