import { join } from 'node:path';
import { Client, node, python, words } from '../../../clients/client';
import { enter, everyLogin } from '../../../clients/everybody';
import { Login } from '../../../clients/hostile-logins';
import { changeVariable } from '../../../harness/change-variable';
import { Mutation } from '../../../harness/mutation';
import { Row } from '../../../harness/row';
import { attachedTier } from '../attached-tier';
import { AttachedWorld } from '../attached-world';
import { changeTemplate } from '../changed-template';
import { HOSTS, programs } from './declaration';
import { startAiosmtpd } from './server';

const PROGRAMS = join(__dirname, 'programs');
const NODEMAILER = node('nodemailer', join(PROGRAMS, 'nodemailer-client.mjs'));
const AIOSMTPLIB = python('aiosmtplib', join(PROGRAMS, 'aiosmtplib-parts.py'));
const SMTPLIB = python('smtplib', join(PROGRAMS, 'smtplib-parts.py'));
const DJANGO = python('django-environ', join(PROGRAMS, 'django-url.py'));

/** A Deployment, and the variable that its client reads or the beginning of their names. */
type Told = readonly [string, string];

const name = ({ username }: Login) => username;
const isAscii = ({ username, password }: Login) => /^[ -~]*$/.test(username + password);
const asked = (client: Client, deployment: string, variable: string) => ({ client, namespace: 'smtp', deployment, asks: [variable] });

const enters = (behaviour: string, client: Client, [deployment, variable]: Told, brokenBy: Mutation) => (
  everyLogin<Login, AttachedWorld>(behaviour, asked(client, deployment, variable), name, brokenBy));

/** `smtplib` says of itself that it takes no other users and passwords, and Django sends by it. */
const entersInAscii = (behaviour: string, client: Client, [deployment, variable]: Told, brokenBy: Mutation): Row<AttachedWorld> => ({
  behaviour,
  observe: world => enter(world, asked(client, deployment, variable), name, world.logins.filter(isAscii)),
  brokenBy,
});

const changeSecret = (secret: string, key: string, says: string, from: string, to: string) => changeTemplate('smtp', secret, key, says, text => text.replaceAll(from, to));
const ofForms = (secret: string, key: string) => changeSecret(secret, key, 'blanks as "+"', ' | replace "+" "%20"', '');

export const SMTP_TIER = attachedTier({
  name: 'smtp',
  real: ['aiosmtpd 1.4 with TLS', 'nodemailer 10', 'aiosmtplib 5', "Python 3.11's smtplib", 'django-environ 0.14 with Django 5.2'],
  needs: [],
  declare: programs,
  service: {
    isUser: () => true,
    hosts: [HOSTS.starttls, HOSTS.tls, HOSTS.clear],
    start: startAiosmtpd,
    stored: (login, authority) => ({ 'ClusterSecretStore vault': { 'smtp/mail': { ...login, ca: authority } } }),
  },
  rows: [
    enters("Node's nodemailer sends by a URL with STARTTLS, with hostile users and passwords", NODEMAILER, ['node', 'MAIL_URL'], ofForms('node-mail', 'uri')),
    enters('it sends by a URL with TLS from the first word on', NODEMAILER, ['node', 'SEALED_MAIL_URL'], ofForms('node-sealed-mail', 'uri')),
    {
      behaviour: 'nodemailer tells no password to a server that offers no STARTTLS where it was declared',
      async observe(world) {
        const answers = await world.ask(asked(NODEMAILER, 'node', 'CLEAR_MAIL_URL'), world.logins.slice(0, 20));
        return { seen: words(answers[0]), holds: answers.every(({ refused }) => /STARTTLS/.test(refused ?? '')) };
      },
      brokenBy: changeSecret('node-clear-mail', 'uri', 'without its query', '?requireTLS=true&require_tls=true', ''),
    },
    enters('aiosmtplib sends by parts with STARTTLS: host, port, user, password and the file of an authority', AIOSMTPLIB, ['python', 'SMTP'],
      changeTemplate('smtp', 'python-mail', 'password', 'percent-encoded', () => '{{ .password | urlquery }}')),
    enters('aiosmtplib sends by parts with TLS from the first word on', AIOSMTPLIB, ['python', 'SMTPS'],
      changeVariable('python', 'smtp', 'SMTPS_PORT', 'is 587', variable => { variable.value = '587'; })),
    entersInAscii("Python's smtplib sends by the same parts where user and password are ASCII", SMTPLIB, ['script', 'SMTP'],
      changeVariable('script', 'smtp', 'SMTP_STARTTLS', 'is false', variable => { variable.value = 'false'; })),
    entersInAscii('a program of Django that reads EMAIL_URL by django-environ sends with STARTTLS', DJANGO, ['django', 'EMAIL_URL'],
      ofForms('django-mail', 'django-url')),
    entersInAscii('it sends with TLS from the first word on', DJANGO, ['django', 'SEALED_EMAIL_URL'], ofForms('django-sealed-mail', 'django-url')),
  ],
});
