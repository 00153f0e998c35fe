import { newGateway } from '../support/gateway';
import { MeshDeclaration } from '../support/mesh';

const found = (declare: (declared: MeshDeclaration) => void) => {
  const declared = new MeshDeclaration();
  declare(declared);
  declared.read();
  return declared.found('BST652').map(text => text.replace(/;.*/, ''));
};

test('BST652: finds a call of a gateway that is routed from here, of which nothing is exposed', () =>
  expect(found(declared => newGateway(declared.topology).calls(declared.users()))).toEqual(['warning door calls users-api: nothing of users-api is exposed, so that door sends nothing there']));

test('BST652: finds one of a gateway that relays, as what it sends is routed from here', () => expect(found(declared => {
  const egress = newGateway(declared.topology, {}, 'egress');
  egress.relays(declared.payments());
  egress.calls(declared.users());
})).toHaveLength(1));

test('accepts one that is exposed, and those of a gateway whose owner routes, or of a workload', () => {
  expect(found(declared => {
    const users = declared.users();
    const door = newGateway(declared.topology);
    door.calls(users);
    door.exposes(users);
    newGateway(declared.topology, {}, 'closed').calls(users);
    door.relays(declared.payments());
    declared.caller('web', users);
  })).toEqual([]);
});
