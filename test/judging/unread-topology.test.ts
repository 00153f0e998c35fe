import { App, Chart, Duration } from 'cdk8s';
import { Severity, Topology, TopologyDocuments } from '../../src';
import { newHttpService, newWorkload } from '../support/declare';
import { reading } from './apps';

const FOUND = 'BST040 chart/shop: no output reads the topology, so nothing is made of its 1 workloads and 0 services; '
  + 'declare a Platform, or the outputs of your choice, with this topology in a Chart';

function declared() {
  const app = new App();
  const shop = new Topology(new Chart(app, 'chart', { namespace: 'shop' }), 'shop');
  return { app, shop, web: newWorkload(shop, 'web') };
}

describe('BST040: a topology that declares something and that no output reads', () => {
  test('fails the synthesis', () => expect(() => declared().app.synthYaml()).toThrow(FOUND));

  test('does so too after its findings were read, or a document made of it, which emits nothing', () => {
    const { app, shop } = declared();
    expect([shop.findings, shop.acknowledged, TopologyDocuments.of(shop).workloads.length]).toEqual([[], [], 1]);
    expect(() => app.synthYaml()).toThrow(FOUND);
  });

  test('is found beside one that is read', () => {
    const { app } = declared();
    const other = new Topology(new Chart(app, 'other', { namespace: 'o' }), 'books');
    newHttpService(other, 'api');
    reading(other);
    expect(() => app.synthYaml()).toThrow(/^Validation failed with the following errors:\n {2}\[chart\/shop\] BST040 .*$/);
  });

  test('comes without what outputs would have found: what nothing enforces, and what accepts findings of theirs', () => {
    const { app, shop, web } = declared();
    web.calls(newHttpService(shop, 'api'), { timeout: Duration.seconds(1) });
    for (const code of ['BST616', 'BST519']) shop.acknowledge(code, web, 'it is accepted here with a reason');
    expect(() => app.synthYaml()).toThrow('BST040');
    expect(shop.findings.map(({ code }) => code)).toEqual(['BST040']);
  });

  test('is accepted with a reason, and that is no unused one before the synthesis', () => {
    const { app, shop } = declared();
    shop.acknowledge('BST040', shop, 'it is declared for its picture');
    expect(shop.findings).toEqual([]);
    expect(() => app.synthYaml()).not.toThrow();
    expect(shop.acknowledged).toMatchObject([{ code: 'BST040', severity: Severity.ERROR, reason: 'it is declared for its picture' }]);
  });

  test('is none once an output of somebody\'s own reads it', () => {
    const { app, shop } = declared();
    expect(shop.read().workloads).toHaveLength(1);
    expect(() => app.synthYaml()).not.toThrow();
  });

  test('is none where it declares nothing', () => {
    const app = new App();
    new Topology(new Chart(app, 'chart'), 'shop');
    expect(() => app.synthYaml()).not.toThrow();
  });
});
