import { Enforcement, EnforcementAnswer, EnforcementVerdict, settled } from '../../src/model/enforcement';
import { answering } from '../support/carrying';
import { newKafka } from '../support/declare';
import { Declaration } from '../support/topology';

const { CARRIED, NOT_MINE } = EnforcementAnswer;
const CANNOT = EnforcementAnswer.cannot('it is headless', 'leave it out');
const BY_OTHERS = EnforcementAnswer.byOthers('its owner does', 'ask them');

class Silent extends Enforcement {}

test('an output that says nothing carries nothing', () => {
  const declared = new Declaration();
  const service = declared.external('orders');
  const call = declared.workload('web').calls(service);
  const silent = new Silent();
  const answers = [
    silent.field(call, 'timeout'), silent.routes(service), silent.routesFrom(call), silent.loadBalancing(service), silent.tlsByMesh(service),
    silent.endpoints(service), silent.serverEnvNames(service), silent.entering(call.source, 'admits'),
    silent.channel(newKafka(declared.topology).topic('created'), 'partitions'),
  ];
  expect(answers).toEqual(Array(9).fill(NOT_MINE));
});

test('routes that an output carries rule every caller, unless it says otherwise', () => {
  const declared = new Declaration();
  class Routing extends Enforcement {
    public routes(): EnforcementAnswer {
      return CARRIED;
    }
  }
  expect(new Routing().routesFrom(declared.workload('web').calls(declared.external('orders')))).toBe(CARRIED);
});

test.each<[string, EnforcementAnswer[], EnforcementAnswer]>([
  ['nobody\'s matter without any output', [], NOT_MINE],
  ['carried if one output carries it, whatever the others cannot', [CANNOT, NOT_MINE, CARRIED], CARRIED],
  ['refused with the reason of the output whose matter it is', [NOT_MINE, BY_OTHERS, CANNOT], CANNOT],
  ['in the hands of others if nobody else answers', [NOT_MINE, BY_OTHERS], BY_OTHERS],
])('a promise is %s', (_, answers, expected) => expect(settled(answers)).toBe(expected));

test('an answer that is none of carried and not mine says why, and what to do', () => {
  expect(CANNOT).toMatchObject({ verdict: EnforcementVerdict.CANNOT, reason: 'it is headless', fix: 'leave it out' });
  expect(BY_OTHERS).toMatchObject({ verdict: EnforcementVerdict.BY_OTHERS, reason: 'its owner does', fix: 'ask them' });
  expect(answering({ timeout: CANNOT }).field(undefined as never, 'timeout')).toBe(CANNOT);
});
