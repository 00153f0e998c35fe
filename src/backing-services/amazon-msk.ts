import { Locator } from '../model/locator';
import { Provision } from '../model/provision';
import { Tls } from '../model/tls';
import { quote, TopologyError } from '../private/topology-error';
import { CredentialOptions } from './credential-options';
import { sasl, SaslMechanism } from './kafka-sasl';
import { brokerAddresses, managedServers } from './managed-kafka';
import { authorityOf, provided } from './provided-by';
import { assertParts } from './required-parts';
import { ExternalServingOptions } from './serving-options';

/** A provisioned cluster of Amazon MSK. The port of its brokers tells how clients enter. */
export interface AmazonMskProps extends CredentialOptions, ExternalServingOptions {
  /**
   * Bootstrap brokers, `host:port` each, of one of the lists that MSK states: `b-1.shop.abc123.c2.kafka.eu-central-1.amazonaws.com:9096`. Ports 9096 and 9196 ask for a user
   * name and a password, 9094 and 9194 encrypt and take a certificate or nothing, 9092 neither encrypts nor asks.
   */
  readonly bootstrapServers: string[];
}

const HOST = {
  what: 'a broker of Amazon MSK',
  pattern: /^(b-\d+|b-\d+-public|boot-[a-z0-9]+)\.[a-z0-9-]+(\.[a-z0-9-]+)*\.(kafka|kafka-serverless)\.[a-z0-9-]+\.amazonaws\.com(\.cn)?$/,
  like: 'a host such as "b-1.shop.abc123.c2.kafka.eu-central-1.amazonaws.com"',
};

/** How clients enter at a port. */
interface Entered {
  readonly isEncrypted: boolean;
  readonly with: readonly (readonly string[])[];
  /** Whether nobody enters without a credential. */
  readonly asks: boolean;
}

const BY_PASSWORD: Entered = { isEncrypted: true, with: [['username', 'password']], asks: true };
const BY_CERTIFICATE: Entered = { isEncrypted: true, with: [['client-certificate', 'private-key'], ['ca']], asks: false };
const BY_ANYBODY: Entered = { isEncrypted: false, with: [], asks: false };
const PORTS: Readonly<Record<number, Entered>> = {
  9092: BY_ANYBODY, 9094: BY_CERTIFICATE, 9194: BY_CERTIFICATE, 9096: BY_PASSWORD, 9196: BY_PASSWORD,
};
const BY_IAM = [9098, 9198];

/** Source: https://docs.aws.amazon.com/msk/latest/developerguide/port-info.html */
export function amazonMsk(props: AmazonMskProps, path: string): Provision {
  const { credentials, cidrs } = props;
  const bootstrap = managedServers(props.bootstrapServers, HOST, path);
  const [{ port }] = bootstrap;
  const entered = PORTS[port];
  if (entered === undefined) throw enteredOtherwise(port, path);
  if (!credentials && entered.asks || credentials && entered.with.length === 0) throw enteredWrongly(port, entered, path);
  const tls = entered.isEncrypted ? Tls.byClient(authorityOf(credentials)) : Tls.NONE;
  const complete = entered === BY_PASSWORD ? sasl({ credentials, mechanism: SaslMechanism.SCRAM_SHA_512 }, path, entered.with)
    : (credential: NonNullable<typeof credentials>) => assertParts(credential, entered.with, path);
  return provided(Locator.external({ cidrs, addresses: brokerAddresses(bootstrap, tls) }), props, path, complete);
}

function enteredOtherwise(port: number, path: string): TopologyError {
  const why = BY_IAM.includes(port) ? 'is that of IAM, whose clients sign with the identity of their cloud and are given no credential to be told' : 'is none of MSK';
  return new TopologyError({
    code: 'BST027',
    path,
    problem: `port ${port} ${why}: allowed are 9096 (SCRAM), 9094 (TLS) and 9092 (in the clear), or 9196 and 9194 of public brokers`,
    fix: 'give the bootstrap brokers of another list that MSK states, or declare the cluster with KafkaProvider.external()',
  });
}

function enteredWrongly(port: number, { asks }: Entered, path: string): TopologyError {
  return new TopologyError({
    code: 'BST017',
    path,
    problem: asks ? `there are no credentials, and brokers at port ${quote(port)} ask for a user name and a password`
      : `there are credentials, and brokers at port ${quote(port)} neither encrypt nor ask for any`,
    fix: asks ? 'give the credentials, or the bootstrap brokers of another list' : 'leave the credentials out, or give the bootstrap brokers of another list',
  });
}
