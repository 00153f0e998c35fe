import { App, Chart } from 'cdk8s';
import { AppContext, HttpProvider, HttpService, Topology, TopologyGraph } from '../../src';
import { EmittedObjects } from '../../src/model/emitted-objects';
import { differencesOfStages } from '../../src/model/stages-of-app';
import { newWorkload } from '../support/declare';

function differences(...systems: (string | undefined)[]): string[] {
  const app = new App();
  const graphs = systems.map((stageOf, nth) => {
    const topology = new Topology(new Chart(app, `s${nth}`, { namespace: `s${nth}` }), 'shop', { stageOf });
    const api = new HttpService(topology, 'api', { provider: HttpProvider.external('https://a.example.com') });
    newWorkload(topology, 'web').calls(api, { bindingName: `api-${nth}` });
    return TopologyGraph.of(topology);
  });
  return differencesOfStages(AppContext._of(graphs, new EmittedObjects([])), 'code').map(({ description }) => description);
}

test('topologies of one system are compared, and no others', () => {
  expect(differences('shop', 'shop').length).toBeGreaterThan(0);
  expect([differences('shop', 'bank'), differences(undefined, undefined), differences('shop')]).toEqual([[], [], []]);
});
