import { Provision } from '../model/provision';
import { managedPostgres, ManagedPostgresProps } from './managed-postgres';

/** In China the region stands behind the service. */
const END = String.raw`[a-z0-9]+\.([a-z0-9-]+\.rds\.amazonaws\.com|rds\.[a-z0-9-]+\.amazonaws\.com\.cn)$`;

/** A proxy shows a certificate of a public authority. */
const IS_PROXY = /\.proxy-[a-z0-9]+\./;

/**
 * Sources: https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Overview.Endpoints.html, https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL.html,
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.howitworks.html
 */
export function amazonRds(props: ManagedPostgresProps, path: string): Provision {
  return managedPostgres(props, {
    service: 'Amazon RDS',
    host: {
      what: 'an endpoint of Amazon RDS', pattern: new RegExp(String.raw`^[a-z0-9-]+\.((cluster|cluster-custom|proxy)-)?${END}`),
      like: 'a host such as "orders.abc123.eu-central-1.rds.amazonaws.com", or "orders.cluster-abc123.eu-central-1.rds.amazonaws.com" of Aurora',
    },
    readerHost: {
      what: 'the reader endpoint of Amazon RDS', pattern: new RegExp(String.raw`^[a-z0-9-]+\.((cluster-ro|cluster-custom)-)?${END}`),
      like: 'a host such as "orders.cluster-ro-abc123.eu-central-1.rds.amazonaws.com" of Aurora, or that of a read replica',
    },
    authority: IS_PROXY.test(props.host) ? undefined : 'global-bundle.pem, which Amazon publishes,',
  }, path);
}
