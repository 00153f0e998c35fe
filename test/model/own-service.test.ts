import { HttpProvider, HttpService, Kafka, KafkaProvider } from '../../src';
import { beginsAtOwnService, hasOwnService } from '../../src/model/own-service';
import { MeshDeclaration } from '../support/mesh';

test('a third party, a headless Service, one that is there and another team\'s are no Service of ours that chooses pods', () => {
  const declared = new MeshDeclaration();
  const provided = (name: string, provider: HttpProvider) => new HttpService(declared.topology, name, { provider });
  expect([
    declared.users(), declared.payments(), provided('shards', HttpProvider.workload(declared.workload('shards'), { headless: true })),
    provided('rates', HttpProvider.inCluster({ service: 'rates', namespace: 'tariffs', podLabels: { app: 'rates' } })), declared.database(),
    provided('there', HttpProvider.workload(declared.workload('there'), { existingService: 'there' })),
  ].map(hasOwnService)).toEqual([true, false, false, false, false, false]);
});

test('clients of a broker begin at its Service and pick their server then', () => {
  const declared = new MeshDeclaration();
  const events = new Kafka(declared.topology, 'events', { provider: KafkaProvider.workload(declared.workload('broker')) });
  expect([beginsAtOwnService(events), hasOwnService(events)]).toEqual([true, false]);
});
