import { AddressRole, KubernetesSecret, Locator, Login, PostgresProvider, Provision, Tls, TlsAuthority } from 'cdk8s-backing-services';

/**
 * A provider of one's own for a kind of the package: Crunchy Data's operator, whose Secret holds every part and a percent-encoded URI.
 * Source: https://access.crunchydata.com/documentation/postgres-operator/latest/tutorials/basic-setup/connect-cluster
 */
export class CrunchyPostgres extends PostgresProvider {
  constructor(private readonly cluster: string, private readonly namespace: string) {
    super();
  }

  public provide(): Provision {
    const { cluster, namespace } = this;
    const server = { port: 5432, tls: Tls.inProtocol(TlsAuthority.LOGIN) };
    const producer = `PostgresCluster ${cluster}`;
    const user = KubernetesSecret.ofOperator(`${cluster}-pguser-${cluster}`, { producer });
    return new Provision({
      locator: Locator.ofOperator({
        operator: 'crunchy-postgres',
        resource: cluster,
        namespace,
        podLabels: { 'postgres-operator.crunchydata.com/cluster': cluster },
        addresses: [{ ...server, service: `${cluster}-primary` }, { ...server, service: `${cluster}-replicas`, role: AddressRole.READ_ONLY }],
      }),
      login: Login.shared(user.credential({ username: 'user', password: 'password', database: 'dbname', uri: 'uri' })
        .with('ca', KubernetesSecret.ofOperator(`${cluster}-cluster-cert`, { producer }).key('ca.crt'))),
    });
  }
}
