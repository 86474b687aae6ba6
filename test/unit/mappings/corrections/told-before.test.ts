import { describe, expect, test } from '@jest/globals';
import { toldBefore } from '../../../../mappings/corrections/told-before.ts';
import { EXTENSIONS, IDENTIFIERS } from '../../../../mappings/domain/systems.ts';

const CENTRE = 'hochelaga';
const GIVEN_AT = '2026-11-22T15:00:00Z';
const BEFORE = '2026-11-22T14:59:59.999Z';
const AFTER = '2026-11-23T09:00:00Z';

const numbered = (system: string, value: string) => [{ system, value }];
const revision = (version: number): fhir4.Extension => ({
  url: EXTENSIONS.revision,
  extension: [{ url: 'version', valuePositiveInt: version }],
});
const request = (version: number): fhir4.ServiceRequest => ({
  resourceType: 'ServiceRequest',
  id: 'r',
  identifier: numbered(IDENTIFIERS.request(CENTRE), 'ref-1'),
  extension: [revision(version)],
  status: 'active',
  intent: 'order',
  subject: {},
});
interface Given {
  readonly version?: number;
  readonly stage?: string;
  readonly letters?: readonly string[];
}
const task = (
  status: fhir4.Task['status'],
  { version = 1, stage = 'request', letters = [] }: Given = {},
): fhir4.Task => ({
  resourceType: 'Task',
  id: 't',
  identifier: numbered(IDENTIFIERS.task, 'n-1'),
  status,
  intent: 'order',
  focus: { reference: 'ServiceRequest/r' },
  owner: { identifier: { system: IDENTIFIERS.partner, value: 'clsc' } },
  extension: [
    {
      url: EXTENSIONS.delivery,
      extension: [
        { url: 'version', valuePositiveInt: version },
        { url: 'stage', valueCode: stage },
        { url: 'at', valueDateTime: GIVEN_AT },
        { url: 'how', valueCode: 'system' },
        ...letters.map((valueString) => ({ url: 'letter', valueString })),
      ],
    },
  ],
});
const circle: fhir4.CareTeam = { resourceType: 'CareTeam', id: 'c' };
const letter: fhir4.DocumentReference = {
  resourceType: 'DocumentReference',
  id: 'd',
  identifier: numbered(IDENTIFIERS.letter(CENTRE), 'lettre-1'),
  status: 'current',
  content: [],
};
const trace = (reference: string, recorded: string): fhir4.Provenance => ({
  resourceType: 'Provenance',
  recorded,
  target: [{ reference }],
  agent: [{ who: {} }],
});
const told = (resources: readonly fhir4.FhirResource[], hasSystem = true) =>
  toldBefore(resources, CENTRE, () => hasSystem).map(({ revised, toldBy }) => ({ revised, toldBy }));

describe('who must be told of a correction', () => {
  test.each<readonly [string, readonly fhir4.FhirResource[], boolean, readonly string[], string]>([
    ['what stands was given', [request(1), task('accepted')], true, [], 'nobody'],
    ['a newer request under way leaves by itself', [request(2), task('accepted')], true, ['request'], 'gateway'],
    ['on paper a person takes it', [request(2), task('accepted')], false, ['request'], 'person'],
    ['one that has ended leaves no more', [request(2), task('completed')], true, ['request'], 'person'],
    ['nor does one that was declined', [request(2), task('rejected')], true, ['request'], 'person'],
    [
      'a circle revised before it left',
      [request(1), task('accepted'), circle, trace('CareTeam/c', BEFORE)],
      true,
      [],
      'nobody',
    ],
    [
      'a circle revised since',
      [request(1), task('accepted'), circle, trace('CareTeam/c', AFTER)],
      true,
      ['circle'],
      'person',
    ],
    [
      'a letter that went along, revised since',
      [request(1), task('completed', { letters: ['lettre-1|1'] }), letter, trace('DocumentReference/d', AFTER)],
      true,
      ['letter'],
      'person',
    ],
    [
      'a letter that stayed here',
      [request(1), task('completed'), letter, trace('DocumentReference/d', AFTER)],
      true,
      [],
      'nobody',
    ],
  ])('%s', (_name, resources, hasSystem, revised, toldBy) => {
    expect(told(resources, hasSystem)).toEqual([{ revised, toldBy }]);
  });

  test('whoever was never given anything, or was told that it was withdrawn, is not named', () => {
    const unsent: fhir4.Task = { ...task('requested'), extension: [] };
    expect(told([request(2), unsent])).toEqual([]);
    expect(told([request(2), task('cancelled', { stage: 'cancellation' })])).toEqual([]);
  });

  test('what was said or done about a request is no revision of it', () => {
    expect(told([request(1), task('completed'), circle, trace('Task/t', AFTER)])).toEqual([
      { revised: [], toldBy: 'nobody' },
    ]);
  });
});
