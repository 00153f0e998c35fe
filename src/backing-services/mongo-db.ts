import { Construct } from 'constructs';
import { BackingService, ServiceShape } from '../model/backing-service';
import { BindingEntry } from '../model/binding-entry';
import { BindingRequest } from '../model/binding-request';
import { bootstrapAddresses } from '../model/bootstrap-addresses';
import { Provision } from '../model/provision';
import { provisionOf } from '../model/service-provider';
import { pathOf } from '../model/topology-element';
import { acceptArguments, guard } from '../private/boundary';
import { assertNoUserinfo } from '../private/literal-secret';
import { TopologyError } from '../private/topology-error';
import { ConnectionLimitOptions } from './connection-limit-options';
import { ENTERS_MONGODB, MongoDbPlace, mongoDbEntries } from './mongo-db-binding';
import { MongoDbProvider } from './mongo-db-provider';
import { assertParts } from './required-parts';

/** What a MongoDB database is. */
export interface MongoDbProps extends ConnectionLimitOptions {
  /** Who provides it. */
  readonly provider: MongoDbProvider;
}

/**
 * A MongoDB database, or one of a server that speaks its protocol, such as FerretDB. Its consumers read `<BINDING>_URL`, whoever provides it; user and
 * password in it are percent-encoded, and drivers of all languages take it, .NET's as a connection string. Where the credentials hold the authority of the server's certificate, its
 * file is in `<BINDING>_CA_FILE` and in the URL as `tlsCAFile`; drivers of Java and .NET read it from their own stores, and refuse to connect until it is there.
 *
 * Consumers that only read are sent to secondaries of a replica set where there are any, by `readPreference=secondaryPreferred`: what they read may be late.
 *
 * Clients of a replica set connect to each member by the host that it gives out, so that a mesh neither routes nor ejects.
 */
export class MongoDb extends BackingService {
  /**
   * @throws BST801 if the id cannot name a Service, BST010 if `maxConnections` is no number of connections, BST013 if an operator's namespace is unknown, BST016 if the provider names no database
   */
  constructor(scope: Construct, id: string, props: MongoDbProps) {
    acceptArguments('new MongoDb', [scope, id, props]);
    const provision = named(provisionOf(props.provider, scope, id), pathOf(scope, id));
    const { settings, locator } = provision;
    const clientRouted = settings['replica-set'] !== undefined || settings.srv === 'true' || locator.addresses.length > 1;
    super(scope, id, { bindingType: 'mongodb', provision, shape: ServiceShape.DATABASE, clientRouted, maxConnections: props.maxConnections });
  }

  /**
   * @throws BST017 if the credential, whoever gives it, lacks a part that a database is entered with
   */
  public bind(request: BindingRequest): BindingEntry[] {
    if (request.credential) assertParts(request.credential, ENTERS_MONGODB, this.path);
    return mongoDbEntries(this.place(), request);
  }

  private place(): MongoDbPlace {
    const { locator: { primary }, _provision: { settings, database } } = this;
    const isSrv = settings.srv === 'true';
    const begun = isSrv ? primary.host : bootstrapAddresses(this).map(({ hostAndPort }) => hostAndPort).join(',');
    return {
      hosts: settings.hosts ?? begun, host: primary.host, port: primary.port, tls: primary.tls, isSrv, database: database!,
      authSource: settings['auth-source'] ?? 'admin', replicaSet: settings['replica-set'],
    };
  }
}

guard('MongoDb', MongoDb);

/** Clients keep their data in a database of some name; what stands in their URL besides has no credential in it. */
function named(provision: Provision, path: string): Provision {
  for (const text of Object.values(provision.settings)) assertNoUserinfo(text, path);
  if (provision.database !== undefined) return provision;
  throw new TopologyError({
    code: 'BST016',
    path,
    problem: 'the provider names no database, and clients of MongoDB would use that of the name "test"',
    fix: 'give the Provision the database',
  });
}
