import { Construct } from 'constructs';
import { BackingService, ServiceShape } from '../model/backing-service';
import { BindingEntry } from '../model/binding-entry';
import { BindingRequest } from '../model/binding-request';
import { BindingValue } from '../model/binding-value';
import { bootstrapAddresses } from '../model/bootstrap-addresses';
import { Provision } from '../model/provision';
import { provisionOf } from '../model/service-provider';
import { pathOf } from '../model/topology-element';
import { acceptArguments, guard } from '../private/boundary';
import { TopologyError } from '../private/topology-error';
import { ENTERS_CASSANDRA } from './cassandra-keyspace';
import { CassandraProvider } from './cassandra-provider';
import { ConnectionLimitOptions } from './connection-limit-options';
import { credentialEntries } from './credential-entries';
import { assertParts } from './required-parts';

/** What a Cassandra cluster is. */
export interface CassandraProps extends ConnectionLimitOptions {
  /** Who provides it. */
  readonly provider: CassandraProvider;
}

/**
 * A cluster of Apache Cassandra, or of another server that speaks CQL, such as ScyllaDB. No client of it takes a URL, so its consumers read `<BINDING>_CONTACT_POINTS` (hosts, comma
 * between them), `_PORT`, `_LOCAL_DATACENTER`, `_KEYSPACE` if there is one and, where it is entered with a credential, `_USERNAME` and `_PASSWORD`. The role `servers` is the same
 * as `host:port` each, as drivers of Java and Go take them.
 *
 * Whether clients start TLS is the role `ssl`: they are told it, and no form of these texts makes them do it. Drivers connect to each node by the address that
 * it gives out, so that a mesh neither routes nor ejects.
 */
export class Cassandra extends BackingService {
  /**
   * @throws BST801 if the id cannot name a Service, BST010 if `maxConnections` is no number of connections, BST013 if an operator's namespace is unknown, BST016 if the provider names no datacenter
   */
  constructor(scope: Construct, id: string, props: CassandraProps) {
    acceptArguments('new Cassandra', [scope, id, props]);
    const provision = local(provisionOf(props.provider, scope, id), pathOf(scope, id));
    super(scope, id, { bindingType: 'cassandra', provision, shape: ServiceShape.DATABASE, clientRouted: true, maxConnections: props.maxConnections });
  }

  /**
   * @throws BST017 if the credential, whoever gives it, lacks a part that a cluster is entered with
   */
  public bind({ credential }: BindingRequest): BindingEntry[] {
    if (credential) assertParts(credential, ENTERS_CASSANDRA, this.path);
    const { locator: { primary: { port, tls } }, _provision: { settings, database } } = this;
    const begun = bootstrapAddresses(this);
    const part = (name: string) => credential?.has(name) ? [
      BindingEntry.of(name, BindingValue.secret(credential, name), { variable: name.toUpperCase(), file: name }),
    ] : [];
    return [
      BindingEntry.text('contact-points', begun.map(({ host }) => host).join(','), { variable: 'CONTACT_POINTS', file: 'contact-points' }),
      BindingEntry.text('servers', begun.map(({ hostAndPort }) => hostAndPort).join(','), { file: 'servers' }),
      BindingEntry.text('port', String(port), { variable: 'PORT', file: 'port' }),
      BindingEntry.text('datacenter', settings.datacenter, { variable: 'LOCAL_DATACENTER', file: 'local-datacenter' }),
      ...database === undefined ? [] : [BindingEntry.text('keyspace', database, { variable: 'KEYSPACE', file: 'keyspace-name' })],
      ...part('username'), ...part('password'),
      BindingEntry.text('ssl', String(tls.isOfClient), { file: 'ssl' }),
      ...credentialEntries(credential, tls, ['username', 'password']),
    ];
  }
}

guard('Cassandra', Cassandra);

function local(provision: Provision, path: string): Provision {
  if (provision.settings.datacenter !== undefined) return provision;
  throw new TopologyError({
    code: 'BST016',
    path,
    problem: 'the provider names no datacenter, and drivers of Cassandra refuse to connect without',
    fix: 'give the Provision the setting "datacenter"',
  });
}
