import { ApiObject } from 'cdk8s';
import { Pods, Workload } from '../../src';
import { sidecarRefused } from '../../src/istio/sidecar-refused';
import { Declaration } from '../support/topology';

const INJECT = 'sidecar.istio.io/inject';
const made = (metadata: object, spec: object = {}) => {
  const { chart, topology } = new Declaration();
  const template = { metadata: { ...metadata, labels: { app: 'web', ...(metadata as { labels?: object }).labels } }, spec: { containers: [{ name: 'web', image: 'web' }], ...spec } };
  const pods = new ApiObject(chart, 'web', { apiVersion: 'apps/v1', kind: 'Deployment', spec: { selector: { matchLabels: { app: 'web' } }, template } });
  return sidecarRefused(new Workload(topology, 'web', { pods: Pods.of(pods) }));
};

test.each<[string, object, object, string[]]>([
  ['a label', { labels: { [INJECT]: 'false' } }, {}, [`the label "${INJECT}=false"`]],
  ['an annotation, where there is no label', { annotations: { [INJECT]: 'false' } }, {}, [`the annotation "${INJECT}=false"`]],
  ['the network of the host', {}, { hostNetwork: true }, ['the network of the host, which they use']],
  ['nothing', { labels: { [INJECT]: 'true' }, annotations: { [INJECT]: 'false' } }, {}, []],
])('pods are without a sidecar by %s', (_, metadata, spec, reasons) => expect(made(metadata, spec)).toEqual(reasons));
