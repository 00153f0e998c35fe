import { ApiObject, App, Chart, YamlOutputType } from 'cdk8s';
import { Construct } from 'constructs';
import { fileOf, outputTypeOf } from '../../src/judging/object-file';

const object = () => new ApiObject(new Chart(new App(), 'chart'), 'o', { apiVersion: 'v1', kind: 'Service', metadata: { name: 'or: ders_1.x' } });

test.each<[unknown, string | undefined]>([
  [YamlOutputType.FILE_PER_RESOURCE, 'Service.orders_1.x'], [YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE, 'chart/Service.orders_1.x'],
  [YamlOutputType.FILE_PER_CHART, undefined], [YamlOutputType.FILE_PER_APP, undefined], [undefined, undefined], ['FILE_PER_RESOURCE', undefined],
])('an app that writes by %p gives an object the file %p', (type, file) => expect(fileOf(object(), type)).toBe(file));

test('how an app writes is read where it tells, and unknown where the root is none', () => {
  expect(outputTypeOf(new App({ yamlOutputType: YamlOutputType.FILE_PER_RESOURCE }))).toBe(YamlOutputType.FILE_PER_RESOURCE);
  expect(outputTypeOf(new Construct(undefined as never, ''))).toBeUndefined();
});
