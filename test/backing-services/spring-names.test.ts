import { BindingEntry } from '../../src';
import { springNames } from '../../src/backing-services/spring-names';

const of = (bindingType: string, entries: BindingEntry[] = []) => springNames({ name: 'a', bindingType, entries });

test('databases are data sources, whichever they are', () => {
  expect(of('mysql')).toEqual(of('postgresql'));
  expect(of('mysql')!.due).toEqual({ SPRING_DATASOURCE_URL: '{jdbc-url}' });
});

test('a truststore is in PEM where there is one', () => {
  expect(of('kafka', [BindingEntry.text('ca', 'c', { file: 'ca.crt' })])!.due).toHaveProperty('SPRING_KAFKA_SSL_TRUSTSTORETYPE', 'PEM');
  expect(of('kafka')!.due).not.toHaveProperty('SPRING_KAFKA_SSL_TRUSTSTORETYPE');
});

test('of several servers of Redis no URL is told, but where to begin', () => {
  expect(of('redis')!.due).toEqual({ SPRING_DATA_REDIS_URL: '{url}' });
  expect(of('redis', [BindingEntry.text('sentinels', 'a:1')])!.due).toEqual({
    SPRING_DATA_REDIS_SENTINEL_NODES: '{sentinels}', SPRING_DATA_REDIS_SENTINEL_MASTER: '{sentinel-master}', SPRING_DATA_REDIS_SSL_ENABLED: '{ssl}',
  });
  const cluster = of('redis', [BindingEntry.text('url', 'redis://a:1'), BindingEntry.text('nodes', 'a:1')])!;
  expect(cluster.due).toEqual({ SPRING_DATA_REDIS_CLUSTER_NODES: '{nodes}', SPRING_DATA_REDIS_SSL_ENABLED: '{ssl}' });
  expect(cluster.ifTold).toHaveProperty('SPRING_DATA_REDIS_PASSWORD', '{password}');
});

test.each(['http', 'constructor', 'tcp'])('Spring has no word for %s', type => expect(of(type)).toBeUndefined());

test.each([
  ['rabbitmq', 'SPRING_RABBITMQ_ADDRESSES'], ['mongodb', 'SPRING_DATA_MONGODB_URI'], ['elasticsearch', 'SPRING_ELASTICSEARCH_URIS'],
  ['cassandra', 'SPRING_CASSANDRA_CONTACTPOINTS'], ['ldap', 'SPRING_LDAP_URLS'], ['smtp', 'SPRING_MAIL_HOST'],
])('%s is told by %s', (type, variable) => expect(Object.keys(of(type)!.due!)[0]).toBe(variable));
