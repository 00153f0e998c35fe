import { AppReading } from '../../src/judging/app-reading';
import { AppContext } from '../../src/model/app-context';
import { enteredServices } from '../../src/model/entered-services';
import { entranceByHand } from '../support/services-by-hand';
import { Declaration } from '../support/topology';

test('services are entered at the port that an object of the app leads to, and told with all that do', () => {
  const declared = new Declaration();
  declared.api(declared.workload('web'));
  declared.api(declared.workload('orders'));
  entranceByHand(declared.chart, 'Ingress', 'web-api', 80);
  entranceByHand(declared.chart, 'HTTPRoute', 'web-api', 80);
  entranceByHand(declared.chart, 'VirtualService', 'orders-api', 81);
  const context = AppContext._of([declared.topology.read()], new AppReading(declared.app).objects);
  expect(enteredServices(context).map(({ service, address, entrances }) => [service.name, address.port, entrances.map(({ kind }) => kind)]))
    .toEqual([['web-api', 80, ['Ingress', 'HTTPRoute']]]);
});
