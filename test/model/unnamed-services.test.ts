import { HttpProvider, HttpService } from '../../src';
import { AppReading } from '../../src/judging/app-reading';
import { AppContext } from '../../src/model/app-context';
import { targetNumber, unnamedServices } from '../../src/model/unnamed-services';
import { serviceByHand } from '../support/services-by-hand';
import { Declaration } from '../support/topology';

test('Services of the app that select guarded pods and that no backing service is at are told with the workload', () => {
  const declared = new Declaration();
  const web = declared.workload('web');
  new HttpService(declared.topology, 'a', { provider: HttpProvider.workload(web, { existingService: 'there' }) });
  const selector = { app: 'web' };
  serviceByHand(declared.chart, 'there', [], { selector });
  serviceByHand(declared.chart, 'beside', [], { selector });
  serviceByHand(declared.chart, 'other', [], { selector: { app: 'other' } });
  const context = AppContext._of([declared.topology.read()], new AppReading(declared.app).objects);
  expect(unnamedServices(context).map(({ object, workload }) => [object.name, workload.name])).toEqual([['beside', 'web']]);
});

test('a port leads to a number, or to that of the name that the pods give it', () => {
  const web = new Declaration().workload('web', { versions: [{ labels: {}, portNames: { http: 8080 } }] });
  expect([81, 'http', 'other'].map(target => targetNumber({ port: 80, target }, web))).toEqual([81, 8080, undefined]);
});
