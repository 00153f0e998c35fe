import { join } from 'node:path';
import { Client, node, python, words } from '../../../clients/client';
import { everyLogin } from '../../../clients/everybody';
import { Login } from '../../../clients/hostile-logins';
import { changeVariable } from '../../../harness/change-variable';
import { Mutation } from '../../../harness/mutation';
import { RABBITMQ_SERVER } from '../../../toolbox/debian';
import { attachedTier } from '../attached-tier';
import { AttachedWorld } from '../attached-world';
import { changeTemplate } from '../changed-template';
import { HOST, programs } from './declaration';
import { startRabbitMq, VIRTUAL_HOST } from './server';

const PROGRAMS = join(__dirname, 'programs');
const PIKA = python('pika', join(PROGRAMS, 'pika-client.py'));
const PIKA_BY_FILES = python('pika', join(PROGRAMS, 'pika-files.py'));
const RABBITMQ_CLIENT = node('rabbitmq-client', join(PROGRAMS, 'rabbitmq-client.mjs'));
const AMQPLIB = node('amqplib', join(PROGRAMS, 'amqplib-parts.mjs'));

const template = (name: string, key: string, says: string, change: (template: string) => string) => changeTemplate('rabbitmq', `${name}-events`, key, says, change);

const variable = (deployment: string, name: string, says: string, change: (value: string) => string) => (
  changeVariable(deployment, 'rabbitmq', name, says, told => { told.value = change(told.value!); }));

const enters = (behaviour: string, client: Client, deployment: string, asks: readonly string[], brokenBy: Mutation) => (
  everyLogin<Login, AttachedWorld>(behaviour, { client, namespace: 'rabbitmq', deployment, asks }, ({ username }) => username, brokenBy));

export const RABBITMQ_TIER = attachedTier({
  name: 'rabbitmq',
  real: ['RabbitMQ 3.10 with TLS', 'pika 1', 'rabbitmq-client 5', 'amqplib 2'],
  needs: [RABBITMQ_SERVER],
  declare: programs,
  service: {
    /** AMQP has it as a short string. */
    isUser: text => Buffer.byteLength(text) <= 255,
    hosts: [HOST],
    start: (logins, authority) => startRabbitMq(HOST, logins, authority),
    stored: (login, authority) => ({ 'ClusterSecretStore vault': { 'rabbitmq/events': { ...login, ca: authority } } }),
  },
  rows: [
    enters('pika enters a virtual host by a URL and the file of an authority, with hostile users and passwords', PIKA, 'pika', ['EVENTS_URL', 'EVENTS_CA_FILE'],
      template('pika', 'uri', 'the virtual host as it is named', text => text.replace(encodeURIComponent(VIRTUAL_HOST), VIRTUAL_HOST))),
    enters("Node's rabbitmq-client enters it by the URL alone", RABBITMQ_CLIENT, 'rabbitmq-client', ['AMQP_URL'],
      template('rabbitmq-client', 'uri', 'without urlquery', text => text.replaceAll(' | urlquery | replace "+" "%20"', ''))),
    enters("Node's amqplib, which decodes no letter of a URL beyond ASCII, enters it by parts, of which it decodes the virtual host", AMQPLIB, 'amqplib', [],
      variable('amqplib', 'RABBITMQ_VHOST', 'the virtual host as it is named', decodeURIComponent)),
    {
      behaviour: 'a program that reads the files of the binding instead enters it too: they hold user, password and virtual host as they are',
      async observe(world) {
        const [answer] = await world.ask({ client: PIKA_BY_FILES, namespace: 'rabbitmq', deployment: 'files', asks: ['/bindings/events'] });
        return { seen: `user ${words(answer)}`, holds: answer.answer === world.logins[0].username };
      },
      brokenBy: template('files', 'password', 'the password percent-encoded', () => '{{ .password | urlquery }}'),
    },
  ],
});
