import { App, Chart } from 'cdk8s';
import { PROGRAMS } from './programs';

test.each(Object.entries(PROGRAMS))('the program of the page %s is synthesized and leaves no finding', (name, declare) => {
  const app = new App();
  const topology = declare(new Chart(app, name, { namespace: 'shop' }));
  expect(app.synthYaml()).toContain('kind: ');
  expect(topology.findings.map(({ code, path, problem }) => `${code} ${path}: ${problem}`)).toEqual([]);
});
