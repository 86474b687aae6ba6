import { performance } from 'node:perf_hooks';
import { expect, test } from '@jest/globals';
import { facade, NOT_THERE_MS } from '../../../../gateway/facade/facade.ts';
import { IDENTIFIERS } from '../../../../mappings/domain/systems.ts';
import { aPatient } from '../../../builders/a-patient.ts';

const OTHERS = aPatient({ id: 'child-1', identifier: [{ system: IDENTIFIERS.child('vanier'), value: 'enf-9' }] });
/** A timer may strike that much before its time. */
const TIMER_MS = 2;

/** A record that answers after so long. */
const aFacade = (stands: fhir4.Patient | undefined, afterMs: number) =>
  facade({
    store: {
      read: () => new Promise((resolve) => void setTimeout(() => resolve(stands), afterMs)),
    },
    pages: {
      first: async () => ({ entries: [] }),
      next: async () => undefined,
      history: async () => undefined,
      version: async () => undefined,
    },
    cursors: {
      write: () => 'page',
      read: () => {
        throw new Error('no page was asked');
      },
    },
  });

test.each([
  ['what another centre has, which the record brings later', OTHERS, NOT_THERE_MS / 2],
  ['what nobody has, which the record says at once', undefined, 0],
])('%s, is not there for a centre before the same time has gone', async (_what, stands, afterMs) => {
  const { read, history, version, everything } = aFacade(stands, afterMs);
  for (const ask of [
    () => read('verdun', 'Patient', 'child-1'),
    () => history('verdun', 'Patient', 'child-1', 10),
    () => version('verdun', 'Patient', 'child-1', '2'),
    () => everything('verdun', 'child-1'),
  ]) {
    const began = performance.now();
    expect(await ask()).toBeUndefined();
    expect(performance.now() - began).toBeGreaterThanOrEqual(NOT_THERE_MS - TIMER_MS);
  }
});
