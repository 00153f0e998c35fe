import { CDK8S_SETTINGS } from '../../src/private/cdk8s-settings';

const NAMES = ['CDK8S_DISABLE_SORT', 'CDK8S_RECORD_CONSTRUCT_METADATA'];
const before = NAMES.map(name => process.env[name]);
afterEach(() => NAMES.forEach((name, i) => { if (before[i] === undefined) delete process.env[name]; else process.env[name] = before[i]; }));

test.each<[string, boolean]>([['1', false], ['false', false], ['', true]])('keys are sorted unless CDK8S_DISABLE_SORT says something: %j', (value, sorted) => {
  process.env.CDK8S_DISABLE_SORT = value;
  expect(CDK8S_SETTINGS.sortsKeys).toBe(sorted);
});

test.each<[string, boolean]>([['true', true], ['1', false], ['', false]])('what comes of which construct is told if CDK8S_RECORD_CONSTRUCT_METADATA is true: %j', (value, told) => {
  process.env.CDK8S_RECORD_CONSTRUCT_METADATA = value;
  expect(CDK8S_SETTINGS.recordsMetadata).toBe(told);
});
