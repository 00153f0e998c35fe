import * as k8s from '@pulumi/kubernetes';
import { App, Chart } from 'cdk8s';
import { ChartResources } from 'cdk8s-backing-services/pulumi';
import { twelveFactor } from '../twelve-factor/twelve-factor';

const chart = new Chart(new App(), 'twelve-factor', { namespace: 'books' });
twelveFactor(chart);

const namespace = new k8s.core.v1.Namespace('books', { metadata: { name: 'books', labels: { 'istio-injection': 'enabled' } } });
const books = new ChartResources('books', { chart }, { dependsOn: [namespace] });

/** Construct paths of what the topology became. */
export const objects = Object.keys(books.resources);
