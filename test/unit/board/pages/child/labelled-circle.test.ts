import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LABELS_OF_FILE } from '../../../../../board/labels/labels-in-words.ts';
import { changeOf, labelledCircle } from '../../../../../board/pages/child/labels/labelled-circle.ts';
import { conceptChecker } from '../../../../../profiles/check-concept.ts';
import { careCircles } from '../../../../generators/care-circles.ts';

const check = conceptChecker();
const faults = (circle: unknown) => check('care-circle', circle).filter(({ severity }) => severity === 'error');
const someLabels = fc.subarray([...LABELS_OF_FILE]);

test('what is put is the circle as it was read, in its next version, with these labels and no others, as the API takes it', () => {
  fc.assert(
    fc.property(careCircles(), someLabels, (circle, labels) => {
      const put = labelledCircle({ ...circle, record: { deliveries: [] } }, labels, '2026-03-10T16:00:00.000Z');
      const { labels: _before, ...child } = circle.child;
      expect(put).toEqual({
        ...circle,
        version: (circle.version ?? 0) + 1,
        happenedAt: '2026-03-10T16:00:00.000Z',
        child: { ...child, ...(labels.length > 0 && { labels }) },
      });
      if (faults(circle).length === 0) expect(faults(put)).toEqual([]);
    }),
  );
});

test('a change puts what was not there, and takes off what is there no more; the same labels change nothing', () => {
  fc.assert(
    fc.property(someLabels, someLabels, (before, after) => {
      const { puts, takesOff } = changeOf(before, after);
      expect(puts || takesOff).toBe([...before].sort().join() !== [...after].sort().join());
      expect(changeOf(after, before)).toEqual({ puts: takesOff, takesOff: puts });
    }),
  );
});
