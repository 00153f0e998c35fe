import { StageParity } from 'cdk8s-backing-services';
import { containersOf, locatorsOf } from '../known-system';
import { Synthesized } from '../synthesized';
import { onlineBoutique, STAGES } from './online-boutique';
import { PUBLISHED, SERVICES } from './published';
import { SERVERS } from './servers';

/** What images are given besides the places of what they depend on. */
const GIVEN = ['PORT', ...Object.values(SERVERS).flatMap(({ env = {} }) => Object.keys(env))];

const stages = Object.entries(STAGES).map(([stage, providers]): [string, Synthesized] => [stage, new Synthesized(`online-boutique-${stage}`, 'boutique', chart => onlineBoutique(chart, providers))]);

describe.each(stages)('Online Boutique in %s', (stage, boutique) => {
  const deployed = boutique.ofKind('Deployment');

  test('runs the published images, unchanged', () => {
    const names = Object.keys(SERVERS).filter(name => stage === 'dev' || name !== 'redis-cart');
    expect(deployed.map(({ metadata }) => metadata.name).sort()).toEqual(names);
  });

  test('tells every container what the published manifests tell it, name by name', () => {
    const told = [...containersOf(boutique)].map(([name, container]) => [name, locatorsOf(container, GIVEN)]);
    const published = Object.entries(PUBLISHED).filter(([name]) => stage === 'dev' || !name.startsWith('redis-cart/')).map(([name, locators]) => (
      [name, stage === 'prod' && name.startsWith('cartservice/') ? { REDIS_ADDR: 'carts.cache.example.com:6379' } : locators]));
    expect(Object.fromEntries(told)).toEqual(Object.fromEntries(published));
  });

  test('has the published Services, ports and target ports', () => {
    const ports = boutique.ofKind('Service').map(({ metadata, spec }) => [metadata.name, [spec.ports[0].port, spec.ports[0].targetPort]]);
    const { 'redis-cart': cart, ...others } = SERVICES;
    expect(Object.fromEntries(ports)).toEqual(stage === 'dev' ? { ...others, 'redis-cart': cart } : others);
    expect(boutique.spec('Service', 'frontend-external').type).toBe('LoadBalancer');
  });
});

test('no code of Online Boutique has to know its stage', () => expect(StageParity.findings(stages.map(([, { topology }]) => topology))).toEqual([]));
