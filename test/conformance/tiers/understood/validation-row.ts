import { judged } from '../../harness/expected';
import { mutate } from '../../harness/mutation';
import { Row } from '../../harness/row';
import { validate } from '../../systems/istioctl';
import { isIstios } from './admission';
import { EXPECTED_OF_VALIDATION } from './expected';
import { UnderstoodWorld } from './understood-world';

/** Istio's own validation, which knows more than the CRDs. */
export const VALIDATION: Row<UnderstoodWorld> = {
  behaviour: 'Istio\'s own validation has nothing to say of any object, neither istioctl validate nor the webhook of istiod',
  async observe({ files, admitted }) {
    const said = [...await validate(files), ...admitted.refusals];
    return judged(said, EXPECTED_OF_VALIDATION, `${files.length} files and ${admitted.served.filter(isIstios).length} objects`);
  },
  brokenBy: mutate({ kind: 'VirtualService', name: 'payments', namespace: 'shop' }, 'retries on what no proxy knows', object => { object.spec.http[0].retries.retryOn = 'bad-luck'; }),
};
