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

test.each(['http', 'constructor', 'tcp'])('Spring has no word for %s', type => expect(of(type)).toBeUndefined());
