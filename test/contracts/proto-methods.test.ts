import { readProto } from '../../src/contracts/proto-methods';
import { reading, refusal } from './contract-folder';

const read = (text: string) => readProto(text, reading());
const methods = (text: string) => read(text).map(({ id, retriable }) => `${id} ${retriable}`);
const rpc = 'rpc Get(A) returns (B);';

test('a file as people write it gives its methods, with the package in front', () => expect(methods(`
// Orders of the shop.
syntax = "proto3";
package shop.v1;
import public "google/api/annotations.proto";
option go_package = "example.com/shop;shop";
service Orders {
  option deprecated = false;
  // Reads one.
  rpc Get (GetRequest) returns (.shop.v1.Order) {
    option (google.api.http) = { get: "/v1/{name=orders/*}" additional_bindings { post: "/v1/{a}" body: "*" } };
    option idempotency_level = NO_SIDE_EFFECTS;
  }
  rpc Put(stream Order) returns (stream Order) { option idempotency_level = IDEMPOTENT; }
  rpc Add(Order) returns (Order) { option idempotency_level = IDEMPOTENCY_UNKNOWN; };
  rpc Watch(A) returns (stream .shop.v1.B) {}
}
message GetRequest { string service = 1; message service2 { } reserved 3 to max; }
enum Kind { KIND_UNKNOWN = 0; }
extend Order { optional string note = 100; }
service Stock { ${rpc} }
`)).toEqual([
  'shop.v1.Orders/Add false', 'shop.v1.Orders/Get true', 'shop.v1.Orders/Put true', 'shop.v1.Orders/Watch false', 'shop.v1.Stock/Get false',
]));

test.each([
  ['without a package', `service A { ${rpc} }`, ['A/Get false']],
  ['whose package comes last', `service A { ${rpc} } package b;`, ['b.A/Get false']],
  ['of an edition', `edition = '2024'; package b; export message C {} local enum D { E = 0; } service A { ${rpc} }`, ['b.A/Get false']],
  ['of proto2', `syntax = 'proto2'; message A { optional group B = 1 { } extensions 5; } service A { ${rpc} }`, ['A/Get false']],
  ['with words of the language as names', 'service rpc { rpc stream(A) returns (B); rpc returns(stream.A) returns (service.option); }', ['rpc/returns false', 'rpc/stream false']],
  ['with a service that has no method', `service A {} service B { ; ${rpc} ; }`, ['B/Get false']],
  ['whose version is a text in parts', `syntax = "pro" 'to3'; service A { ${rpc} }`, ['A/Get false']],
  ['whose option is named in full', 'service A { rpc B(C) returns (D) { option (.google.protobuf.MethodOptions.idempotency_level) = IDEMPOTENT; } }', ['A/B true']],
  ['with an option of its own of a like name', 'service A { rpc B(C) returns (D) { option (idempotency_level) = IDEMPOTENT; option (a.b).idempotency_level = "x"; } }', ['A/B false']],
  ['with names of JavaScript', 'service __proto__ { rpc constructor(A) returns (B); rpc toString(A) returns (B); }', ['__proto__/constructor false', '__proto__/toString false']],
])('a file %s', (_, text, expected) => expect(methods(text)).toEqual(expected));

test('a method is a POST to its full name', () =>
  expect(read(`package a; service B { ${rpc} }`)).toEqual([{ id: 'a.B/Get', method: 'POST', template: '/a.B/Get', retriable: false, basePaths: [] }]));

test.each([
  ['message A {}', 'it declares no service'],
  ['', 'it declares no service'],
  ['package a; package b; service A {}', 'a package is named a second time, at line 1'],
  ['service A {} service A {}', 'a service is declared a second time, at line 1'],
  [`service A { ${rpc}\n${rpc} }`, 'the method "A/Get" is declared twice'],
  ['service A { rpc B(C) returns (D) { option idempotency_level = IDEMPOTENT; option idempotency_level = IDEMPOTENT; } }', 'idempotency_level is said a second time'],
  ['service A { rpc B(C) returns (D) { option idempotency_level = SAFE; } }', 'the idempotency_level of "A/B" is none: allowed are "IDEMPOTENCY_UNKNOWN", '],
  ['service A { rpc B(C) returns (D) { option idempotency_level = 1; } }', 'what stands in the place of a level is none'],
  ['service A { stream B(C, D); }', '"rpc" is missing'],
  ['service A { rpc B(C) returns (D) }', '";" is missing'],
  ['service A { rpc B(C) return (D); }', '"returns" is missing'],
  ['service A { rpc B() returns (D); }', 'what stands in the place of the name of a message is none'],
  ['service A {', '"rpc" is missing'],
  ['syntax = "proto4"; service A {}', 'a version is none of proto2, proto3 and editions'],
  ['syntax = proto3; service A {}', 'what stands in the place of a version is none'],
  ['service A { rpc B(C) returns (D) { option (google.protobuf.MethodOptions.idempotency_level) = SAFE; } }', 'the idempotency_level of "A/B" is none'],
  ['{"openapi": "3.1.0"}', 'what stands in the place of a statement is none'],
  ['hunter2 = 1;', 'a statement is none that a .proto file has, at line 1'],
])('%j is refused: %s', (text, problem) => {
  const message = refusal(() => read(text));
  expect(message).toContain(problem);
  expect(message).not.toContain('hunter2');
});
