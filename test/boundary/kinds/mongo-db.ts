import { MongoDb, MongoDbProvider, Tls } from '../../../src';
import { CallName } from '../../../src/private/boundary';
import { Baselines, CIDRS, ENDPOINTS, entered, neighbour, request, servedBy, service } from '../baseline-parts';

const database = { database: 'orders', authSource: 'admin' };
const replicated = { ...database, replicaSet: 'rs0' };

export const MONGO_DB = {
  'MongoDb#bind': bench => ({ on: new MongoDb(bench.topology, 'a', { provider: MongoDbProvider.workload(bench.web, database) }), args: [request(bench)] }),
  'MongoDbProvider.atlas': () => ({ args: [{ ...entered(), host: 'cluster0.ab1cd.mongodb.net', database: 'orders', port: 27017, cidrs: CIDRS, memberHosts: ['*.ab1cd.mongodb.net'] }] }),
  'MongoDbProvider.community': () => ({ args: [{
    ...entered(), resource: 'orders', user: 'app', namespace: 'shop', userDatabase: 'admin', database: 'orders', members: 3, connectionStringSecret: 'orders-app',
    caSecret: 'orders-ca', port: 27017, clusterDomain: 'cluster.local', serviceAccountName: 'mongodb-database',
  }] }),
  'MongoDbProvider.external': () => ({ args: [{
    ...entered(), ...replicated, host: 'a.example.com', port: 27017, tls: Tls.byClient(), cidrs: CIDRS, endpoints: ENDPOINTS, alternateHosts: ['b.example.com'], memberHosts: ['*.m.example.com'],
  }] }),
  'MongoDbProvider.inCluster': () => ({ args: [{ ...neighbour, ...entered(), ...replicated, port: 27017 }] }),
  'MongoDbProvider.srv': () => ({ args: [{ ...entered(), ...database, host: 'a.example.com', port: 27017, tls: Tls.byClient(), cidrs: CIDRS, memberHosts: ['*.m.example.com'] }] }),
  'MongoDbProvider.workload': bench => servedBy(bench, { ...replicated, port: 27017 }),
  'new MongoDb': bench => service(bench, { provider: MongoDbProvider.workload(bench.web, database), maxConnections: 97 }),
} satisfies Partial<Record<CallName, Baselines>>;
