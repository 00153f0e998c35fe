import { writeFileSync } from 'fs';
import { App, Chart } from 'cdk8s';
import { App as FastApp } from 'cdk8s-backing-services';
import { dump } from 'js-yaml';
import { stringify } from 'yaml';
import { byHand } from './calls/by-hand';
import { eachChart } from './measurement';

const TEXTS: Readonly<Record<string, (objects: readonly object[]) => string>> = {
  'yaml': objects => objects.map(object => stringify(object, { lineWidth: 0, version: '1.1' })).join('---\n'),
  'js-yaml': objects => objects.map(object => dump(object, { lineWidth: -1 })).join('---\n'),
  'JSON.stringify': objects => objects.map(object => JSON.stringify(object)).join('\n'),
};

/** The same objects as text and nothing else, by what others would write them with: `serialize.js yaml 5000 20` prints the seconds of it. */
const [writer, services, charts] = process.argv.slice(2);
const app = new App();
eachChart(Number(services), Number(charts), (namespace, size) => byHand(app, namespace, size));
const manifests = app.charts.map((chart: Chart) => FastApp.manifestsOf(chart) as object[]);
const before = process.cpuUsage();
for (const objects of manifests) writeFileSync('/dev/null', TEXTS[writer](objects));
const { user, system } = process.cpuUsage(before);
console.log(JSON.stringify((user + system) / 1e6));
