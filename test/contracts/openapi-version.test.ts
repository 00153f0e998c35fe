import { assertOpenApi3 } from '../../src/contracts/openapi-version';
import { data, refusal, SUBJECT } from './contract-folder';

test.each(['3.0.0', '3.0.4', '3.1.0', '3.1.12'])('accepts OpenAPI %s', version => {
  expect(() => assertOpenApi3(data(`openapi: ${version}`), SUBJECT)).not.toThrow();
});

test.each([
  ['openapi: 3.2.0', 'the string "3.2.0"'],
  ['openapi: 3.0', 'the number "3"'],
  ['openapi: "3.1"', 'the string "3.1"'],
  ['openapi: 2.0.0', 'the string "2.0.0"'],
  ['openapi: [3.0.0]', 'a list'],
  ['asyncapi: 3.0.0', 'nothing'],
])('refuses %s', (text, received) => {
  expect(refusal(() => assertOpenApi3(data(text), SUBJECT))).toContain(`"openapi" is ${received}: allowed are the texts "3.0.x" and "3.1.x"`);
});

test('refuses Swagger 2 and says how to convert it', () => {
  const message = refusal(() => assertOpenApi3(data('swagger: "2.0"'), SUBJECT));
  expect(message).toContain('it is a Swagger document, "swagger" is the string "2.0": allowed are OpenAPI 3.0 and 3.1; convert it to OpenAPI 3');
});
