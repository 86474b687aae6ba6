import { expect, test } from '@jest/globals';
import { facade } from '../../../../gateway/facade/facade.ts';
import type { RecordPages } from '../../../../gateway/facade/record-pages.ts';
import { IDENTIFIERS } from '../../../../mappings/domain/systems.ts';
import { aPatient } from '../../../builders/a-patient.ts';

/** A child of Verdun’s whose first version was written under another centre’s number. */
const NOW = aPatient({ id: 'child-1' });
const BEFORE = aPatient({ id: 'child-1', identifier: [{ system: IDENTIFIERS.child('vanier'), value: 'enf-9' }] });

function aFacade(stands: fhir4.Patient | undefined) {
  const pages: RecordPages = {
    first: async () => ({ entries: [] }),
    next: async () => undefined,
    history: async () => ({ entries: [NOW, BEFORE].map((resource) => ({ resource, isIncluded: false })) }),
    version: async (_type, _id, version) => (version === '1' ? BEFORE : NOW),
  };
  return facade({
    store: { read: async () => stands },
    pages,
    cursors: {
      write: () => 'page',
      read: () => {
        throw new Error('no page was asked');
      },
    },
  });
}

test('of the versions of what is the centre’s, one that names another centre is shown neither in the list nor by its number', async () => {
  const { history, version } = aFacade(NOW);
  const listed = await history('verdun', 'Patient', 'child-1', 10);
  expect(listed?.entries.map(({ resource }) => JSON.stringify(resource).includes('vanier'))).toEqual([false]);
  expect(await version('verdun', 'Patient', 'child-1', '2')).toMatchObject({ id: 'child-1' });
  expect(await version('verdun', 'Patient', 'child-1', '1')).toBeUndefined();
});

test('nothing is told of earlier versions of what is not, or no longer, the centre’s', async () => {
  for (const stands of [BEFORE, undefined]) {
    const { history, version, read } = aFacade(stands);
    expect(await read('verdun', 'Patient', 'child-1')).toBeUndefined();
    expect(await history('verdun', 'Patient', 'child-1', 10)).toBeUndefined();
    expect(await version('verdun', 'Patient', 'child-1', '2')).toBeUndefined();
  }
});
