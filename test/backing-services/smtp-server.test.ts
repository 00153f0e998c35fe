import {
  Credential, CredentialPart, DataAccess, ExternalSmtpProps, Locator, Login, Protocol, Provision, ServiceShape, SmtpProvider, SmtpServer, Topology,
} from '../../src';
import { given as answering } from '../../src/backing-services/given';
import { expectRefusal, newTopology, newWorkload, readable, survivesHostileText, told, variablesOf, vault } from '../support/declare';

const credentials = vault.secret('rw');
const provider = (props: Partial<ExternalSmtpProps> = {}) => SmtpProvider.external({ host: 'smtp.example', credentials, ...props });
const server = (from?: string, props: Partial<ExternalSmtpProps> = {}, shop: Topology = newTopology()) => new SmtpServer(shop, 'mail', { provider: provider(props), from });
const read = (mail: SmtpServer, access?: DataAccess) => readable(told(mail, newWorkload(newTopology(), 'orders'), access));

test('passes mail on, over TCP; clients insist on STARTTLS unless told, and are told every part', () => {
  const url = 'smtp://{rw username %}:{rw password %}@smtp.example:587?requireTLS=true&require_tls=true';
  expect(server()).toMatchObject({ protocol: Protocol.TCP, bindingType: 'smtp', shape: ServiceShape.BROKER });
  expect(read(server('orders@example.com'))).toEqual({
    'URL': url, '(uri)': url, '(host)': 'smtp.example', '(port)': '587', '(ssl)': 'false', '(starttls)': 'true', '(username)': '{rw username}', '(password)': '{rw password}',
    'FROM': 'orders@example.com', '(from)': 'orders@example.com',
  });
});

test('the address that mail is sent from is that which is said, else that of the credentials, else none', () => {
  const named = vault.secret('rw', { username: 'u', password: 'p', from: 'sender' });
  expect([server('a@example.com', { credentials: named }), server(undefined, { credentials: named }), server()].map(mail => read(mail).FROM)).toEqual(['a@example.com', '{rw sender}', undefined]);
});

test.each(["o'r+d{e}r.$A@x--y.example.com", `${'a'.repeat(60)}@localhost`, 'A_b-c@Example.COM'])('mail is sent from %s', from => expect(server(from).from).toBe(from));

test.each(['', 'orders', '@example.com', 'a@', 'a..b@example.com', '.a@example.com', 'a@-b.example', 'Orders <a@example.com>', 'a@b@c.example', 'ü@example.com', `a@${'b.'.repeat(130)}example`])('BST801: no mail is sent from %j', from =>
  expectRefusal(() => server(from), 'BST801', 'chart/shop/mail', 'an address that mail is sent from', 'give the address alone'));

test('survives hostile text', () => survivesHostileText(text => server(text)));

test('one who only reads enters with the credentials for that', () =>
  expect(read(server(undefined, { readOnlyCredentials: vault.secret('ro') }), DataAccess.READ_ONLY)['(password)']).toBe('{ro password}'));

test('swapping the provider leaves the variables that a consumer reads', () => {
  const inCluster = SmtpProvider.inCluster({ service: 'relay', namespace: 'mail' });
  const ofWorkload = (shop: Topology) => SmtpProvider.workload(newWorkload(shop, 'mailpit'), { targetPort: 1025 });
  for (const provided of [() => provider(), () => inCluster, ofWorkload]) {
    const shop = newTopology();
    const orders = newWorkload(shop, 'orders');
    orders.uses(new SmtpServer(shop, 'mail', { provider: provided(shop) }));
    expect(shop.read().bindingsOf(orders).flatMap(variablesOf)).toEqual(['MAIL_URL']);
  }
});

test('BST017: a provider of somebody else cannot give a credential that enters nothing', () => {
  const login = Login.shared(Credential.of({ username: CredentialPart.text('u') }));
  const provision = new Provision({ locator: Locator.external({ addresses: [{ host: 'smtp.example', port: 25 }] }), login });
  const mail = new SmtpServer(newTopology(), 'mail', { provider: answering(SmtpProvider, () => provision) });
  expectRefusal(() => read(mail), 'BST017', 'chart/shop/mail', '"username" and "password", or "uri"');
});
