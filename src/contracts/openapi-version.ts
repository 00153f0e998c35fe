import { Data, isObject, kindOf } from './contract-data';
import { ContractSubject } from './contract-subject';

const SUPPORTED = /^3\.[01]\.\d+/;

/** Throws BST710 unless the document says of itself that it is OpenAPI 3.0 or 3.1. */
export function assertOpenApi3(document: Data, subject: ContractSubject): void {
  if (!isObject(document)) {
    // Not quoted: text that is no contract may be somebody's secret.
    const received = typeof document === 'string' ? 'text' : kindOf(document);
    throw subject.refusal(`the document is ${received}: an OpenAPI document is an object`, 'give an OpenAPI 3.0 or 3.1 document');
  }
  const swagger = document.get('swagger');
  if (swagger !== undefined) {
    throw subject.refusal(
      `it is a Swagger document, "swagger" is ${kindOf(swagger)}: allowed are OpenAPI 3.0 and 3.1`,
      'convert it to OpenAPI 3, for example with swagger2openapi',
    );
  }
  const version = document.get('openapi');
  if (typeof version !== 'string' || !SUPPORTED.test(version)) {
    throw subject.refusal(
      `"openapi" is ${kindOf(version)}: allowed are the texts "3.0.x" and "3.1.x"`,
      'give an OpenAPI 3.0 or 3.1 document, with the version in quotes',
    );
  }
}
