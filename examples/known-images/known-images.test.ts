import { App } from 'cdk8s-backing-services';
import { KNOWN_IMAGES, knownImages } from './known-images';

const app = new App();
const topologies = knownImages(app);

test.each(topologies.map((topology): [string, typeof topology] => [topology.namespace!, topology]))('nothing is found in %s, and nothing is acknowledged', (_, { findings, acknowledged }) =>
  expect([findings, acknowledged]).toEqual([[], []]));

test('each lives in a chart and a namespace of its own, and all of them in one app', () =>
  expect(app.charts.map(({ node, namespace }) => [node.id, namespace])).toEqual(Object.keys(KNOWN_IMAGES).map(name => [`known-images-${name}`, name])));

test('each image is a published one, of one version', () => {
  const images = [...app.synthYaml().matchAll(/ image: (\S+)/g)].map(([, image]) => image);
  expect(images.filter(image => !/^[\w./-]+:v?\d[\w.-]+$/.test(image) || image.includes('example.com'))).toEqual([]);
});
