import { existsSync, readdirSync } from 'node:fs';
import { Component } from './component';
import { runBuilder } from './run-builder';

const APT = { DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };

const LISTS = '/var/lib/dpkg/info';

/** The package lists of a new machine may be empty or old; once for a run is enough. */
let lists: Promise<string> | undefined;

/** A package of Debian, recognized by a program that it brings. */
export function debianPackage(name: string, isHere: () => boolean): Component {
  return {
    name: `Debian package ${name}`,
    present: isHere,
    async build() {
      if (process.getuid?.() !== 0) throw new Error('installing it needs root');
      await (lists ??= runBuilder(['apt-get', 'update', '--quiet']));
      await runBuilder(['apt-get', 'install', '--yes', '--no-install-recommends', '--quiet', name], { env: APT });
      if (!isHere()) throw new Error(`the package ${name} does not bring what is needed`);
    },
    install: `sudo apt-get install ${name}`,
  };
}

function program(name: string): () => boolean {
  return () => ['/usr/bin', '/usr/sbin', '/bin', '/sbin', '/usr/local/bin'].some(folder => existsSync(`${folder}/${name}`));
}

/** Debian keeps libraries in a folder of the machine's architecture. */
function saslPlugin(name: string): () => boolean {
  return () => readdirSync('/usr/lib').some(folder => existsSync(`/usr/lib/${folder}/sasl2/${name}`));
}

/** A library, which has no place that is the same for all: dpkg lists the files of what is installed. */
function listed(name: string): () => boolean {
  return () => existsSync(LISTS) && readdirSync(LISTS).some(file => file === `${name}.list` || file.startsWith(`${name}:`));
}

/** Network namespaces and the addresses in them. */
export const IPROUTE = debianPackage('iproute2', program('ip'));
/** What sends a pod's traffic through its sidecar. */
export const IPTABLES = debianPackage('iptables', program('iptables'));
/** A root file system for a container. */
export const BUBBLEWRAP = debianPackage('bubblewrap', program('bwrap'));
/** Certificates. */
export const OPENSSL = debianPackage('openssl', program('openssl'));
/** What runs a broker. */
export const JAVA = debianPackage('openjdk-17-jre-headless', program('java'));
/** A database of SASL's users, made at once. */
export const BERKELEY_DB = debianPackage('db5.3-util', program('db5.3_load'));
export const MARIADB = debianPackage('mariadb-server', program('mariadbd'));
export const MEMCACHED = debianPackage('memcached', program('memcached'));
export const RABBITMQ_SERVER = debianPackage('rabbitmq-server', () => existsSync('/usr/lib/rabbitmq/bin/rabbitmq-server'));
export const SLAPD = debianPackage('slapd', program('slapd'));
/** What compiles programs for Java. */
export const JDK = debianPackage('openjdk-17-jdk-headless', program('javac'));
/** What client libraries of MySQL and MariaDB are made of. */
export const LIBMARIADB = debianPackage('libmariadb-dev', program('mariadb_config'));
export const RUBY_MYSQL2 = debianPackage('ruby-mysql2', listed('ruby-mysql2'));
export const RUBY_PG = debianPackage('ruby-pg', listed('ruby-pg'));
export const ACTIVE_RECORD = debianPackage('ruby-activerecord', listed('ruby-activerecord'));
export const REDIS_SERVER = debianPackage('redis-server', program('redis-server'));
/** How a user and a password are told. */
export const SASL_MECHANISMS = debianPackage('libsasl2-modules', saslPlugin('libplain.so'));
/** Where users and passwords are kept. */
export const SASL_DATABASE = debianPackage('libsasl2-modules-db', saslPlugin('libsasldb.so'));
export const POSTGRESQL = debianPackage('postgresql', () => postgresFolder() !== undefined);

/** The folder of PostgreSQL's server programs; Debian keeps them out of the path. */
export function postgresFolder(): string | undefined {
  const versions = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql') : [];
  return versions.map(version => `/usr/lib/postgresql/${version}/bin`).find(folder => existsSync(`${folder}/initdb`));
}
