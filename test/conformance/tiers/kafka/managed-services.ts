import { StoreContent } from '../../stand-ins/external-secrets';
import { CertificateAuthority } from '../../systems/certificate-authority';
import { KafkaAcl, KafkaAdmin } from '../../systems/kafka-admin';
import { KafkaListener } from '../../systems/kafka-listener';
import { resolve } from '../../systems/names';

const PASSWORD = 'p@ss/w:rd?#%+ ü&="\'\\$(HOME)';
const BOOKS = { username: 'managed-books', password: PASSWORD };
const PARTNER = { username: 'managed-telemetry', password: PASSWORD };
const BOOTSTRAP = ['b-1.kafka.example.com', 'b-2.kafka.example.com'] as const;
const PARTNER_HOST = 'kafka.partner.example.com';

/** Users of the managed services: the User Operator is told to pass over them. */
export const OWNED_BY_OTHERS = /^managed-/;

/** What the owners of the managed services have made: doors, users, rules and topics. */
export interface ManagedServices {
  readonly listeners: readonly KafkaListener[];
  /** What they gave us, as it lies in our store. */
  readonly store: StoreContent;
  /** Makes what is in the broker itself. */
  readonly prepare: (admin: KafkaAdmin) => Promise<void>;
}

/** A service with PLAIN, whose certificate every machine trusts, and one with SCRAM-SHA-256 and an authority of its own. */
export async function managedServices(): Promise<ManagedServices> {
  await resolve('127.0.0.1', [...BOOTSTRAP, PARTNER_HOST]);
  const everybodys = await CertificateAuthority.create('kafka-public');
  await everybodys.trustEverywhere();
  const partners = await CertificateAuthority.create('kafka-partner');
  return {
    listeners: [
      { name: 'managed', host: BOOTSTRAP[0], port: 9096, certificate: await everybodys.sign(...BOOTSTRAP), mechanism: 'PLAIN', users: { [BOOKS.username]: BOOKS.password } },
      { name: 'partner', host: PARTNER_HOST, port: 9097, certificate: await partners.sign(PARTNER_HOST), mechanism: 'SCRAM-SHA-256' },
    ],
    store: { 'books/kafka': BOOKS, 'telemetry/partner': { ...PARTNER, ca: partners.certificate } },
    prepare: async admin => {
      await admin.createTopics({ invoices: { partitions: 1, replicas: 1, settings: {} } });
      await admin.setPasswords({ [PARTNER.username]: PARTNER.password }, 'SCRAM_SHA_256');
      await admin.createAcls([mayWrite(BOOKS.username, 'domain-events'), mayWrite(PARTNER.username, 'invoices')]);
    },
  };
}

function mayWrite(user: string, topic: string): KafkaAcl {
  return ['TOPIC', topic, 'LITERAL', `User:${user}`, '*', 'WRITE', 'ALLOW'];
}
