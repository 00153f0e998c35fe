import { App, Chart, Cron } from 'cdk8s';
import { CronJob, Job } from 'cdk8s-plus-28';
import { namesLikeServiceLinks, switchOffServiceLinks } from '../../src/secrets/service-links';
import { container, deployment, emitted, podTemplate } from '../support/emitted';

const named = (...names: string[]) => namesLikeServiceLinks([{ variables: names.map(name => ({ name })) } as never]);

test.each(['DB_PORT', 'DB_SERVICE_HOST', 'DB_SERVICE_PORT', 'DB_SERVICE_PORT_HTTP', 'DB_PORT_5432_TCP', 'DB_PORT_5432_TCP_ADDR', 'A_B_PORT_53_UDP_PROTO'])(
  'Kubernetes could make a variable %s of a Service', name => expect(named('DB_URL', name)).toBe(true));

test.each(['DB_URL', 'PORT', 'DB_PORTS', 'DB_HOST', 'DB_REPORT', 'db_PORT'])('but never one named %s', name => expect(named(name)).toBe(false));

test('they are switched off in the pods, whatever else the template says', () => {
  const chart = new Chart(new App(), 'chart');
  switchOffServiceLinks(deployment(chart, 'web'));
  expect(podTemplate(chart, 'web').spec).toMatchObject({ enableServiceLinks: false });
});

test('they are switched off in the pods of a Job, and of the Jobs that a CronJob makes', () => {
  const chart = new Chart(new App(), 'chart');
  const containers = [container('main')];
  switchOffServiceLinks(new Job(chart, 'once', { containers }));
  switchOffServiceLinks(new CronJob(chart, 'often', { schedule: Cron.hourly(), containers }));
  expect(emitted(chart, 'Job')[0].spec.template.spec).toMatchObject({ enableServiceLinks: false });
  expect(emitted(chart, 'CronJob')[0].spec.jobTemplate.spec.template.spec).toMatchObject({ enableServiceLinks: false });
});
