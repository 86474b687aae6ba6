import { describe, expect, test } from '@jest/globals';
import type { Heard } from '../../../../../mappings/dialects/dialect.ts';
import { hl7v2 } from '../../../../../mappings/dialects/hl7v2/hl7v2.ts';
import { IDENTIFIERS } from '../../../../../mappings/domain/systems.ts';
import { answerOf, appointmentOf } from './messages.ts';

const OURS = '5f1c0b8e-2d7a-4c3b-9e6f-0a1b2c3d4e5f';
const number = { system: IDENTIFIERS.task, value: OURS };
const read = (text: string) => hl7v2.read({ form: 'hl7v2', text }, { partner: 'hopital-hl7' });

function heardIn(text: string): Heard {
  const said = read(text);
  if (!said.ok || said.value.heard[0] === undefined) throw new Error(JSON.stringify(said));
  return said.value.heard[0];
}

const issuesOf = (text: string) => {
  const said = read(text);
  return (said.ok ? said.value.issues : said.issues).map(({ severity, expression }) => [severity, expression]);
};

const PRD = 'PRD|RT^Referred to Provider^HL70286|Gagnon^Max';

describe('an RRI', () => {
  test.each([
    ['A^Accepted^HL70283', 'accepted'],
    ['P', 'acknowledged'],
    ['R^Refusé', 'declined'],
    ['E', 'failed'],
    ['', 'acknowledged'],
    ['A^^HL70283^waitlisted^^99PAN', 'waitlisted'],
    ['P^^HL70283^awaiting-information^^99PAN', 'awaiting-information'],
    ['R^^HL70283^waitlisted^^LOCAL', 'declined'],
    ['A^^HL70283^family-told^^99PAN', 'accepted'],
  ])('with RF1-1 %s says %s', (status, what) => {
    expect(heardIn(answerOf('MSA|AA|X', `RF1|${status}|||||${OURS}^PASSERELLE`, PRD))).toEqual({
      kind: 'answer',
      number,
      answer: {
        what,
        happenedAt: '2026-03-02T10:15:00-05:00',
        saidBy: 'Max Gagnon',
        recordedBy: 'hopital-hl7',
        channel: 'system',
      },
      letters: [],
      words: [],
    });
  });

  test.each([
    ['RF1-6 without our namespace', `RF1|A|||||${OURS.toUpperCase()}`],
    ['RF1-6 under a namespace of theirs', `RF1|A|||||${OURS}^SIURGE`],
    ['RF1-11, theirs in RF1-6', `RF1|A|||||4711^SIURGE|||||${OURS}^PASSERELLE`],
    ['OBR-2, theirs in RF1-6', `RF1|A|||||4711^SIURGE\rOBR|1|${OURS}`],
  ])('finds our number in %s', (_, segments) => {
    expect(heardIn(answerOf(segments, PRD))).toMatchObject({ number });
  });

  test('keeps words for a person, and does not take them for a reason', () => {
    expect(heardIn(answerOf(`RF1|R|||||${OURS}`, PRD, 'NTE|1||liste complète'))).toMatchObject({
      kind: 'answer',
      answer: { what: 'declined' },
      words: [{ where: 'NTE-3', words: 'liste complète' }],
    });
  });

  test.each(['AE', 'AR'])(
    'by which their system refuses a message (%s) is a note for a person, not an answer',
    (code) => {
      expect(heardIn(answerOf(`MSA|${code}|X`, `RF1||||||${OURS}`, PRD))).toMatchObject({
        kind: 'note',
        number,
        words: [{ where: 'MSA-1', words: expect.stringContaining(code) }],
      });
    },
  );

  test('on a cancellation says whether the work stops', () => {
    const about = (status: string) =>
      heardIn(answerOf('MSA|AA|X', `RF1|${status}|||||${OURS}`, PRD).replace('RRI^I12', 'RRI^I14'));
    for (const stops of ['A', 'E', 'P^^HL70283^cancelled^^99PAN'])
      expect(about(stops)).toMatchObject({ kind: 'answer', answer: { what: 'cancelled' } });
    expect(about('R')).toMatchObject({ kind: 'note', words: [{ words: expect.stringContaining('n’arrête pas') }] });
    for (const nothingYet of ['', 'P'])
      expect(about(nothingYet)).toMatchObject({ kind: 'note', words: [{ words: expect.stringContaining('a reçu') }] });
  });

  test('that passes the request on says to whom; to nobody, it is what its status says', () => {
    const passed = (slot: string) =>
      heardIn(
        answerOf(
          `RF1|A^^HL70283^passed-on^^99PAN|||||${OURS}`,
          PRD,
          `OBX|1|ST|${slot}^^99PAN||Maison des familles||||||F`,
        ),
      );
    expect(passed('passed-on-to')).toMatchObject({
      answer: { what: 'passed-on', passedOn: { to: 'Maison des familles' } },
    });
    expect(passed('autre')).toMatchObject({ kind: 'answer', answer: { what: 'accepted' } });
  });

  test.each([
    ['an unknown status', [`RF1|Z|||||${OURS}`, PRD], 'RF1-1'],
    ['no number', ['RF1|A', PRD], 'RF1-6'],
    ['no RF1', [`OBR|1|${OURS}`, PRD], 'RF1-6'],
  ])('with %s is refused by its place', (_, segments, place) => {
    expect(read(answerOf(...segments)).ok).toBe(false);
    expect(issuesOf(answerOf(...segments))).toEqual([['error', place]]);
  });

  test('tells by place what it does not keep', () => {
    expect(
      issuesOf(
        answerOf(
          'MSA|AA|X|reçu',
          `RF1|A|R||WR||${OURS}|20260302||||99^SIURGE`,
          PRD,
          'OBX|1|NM|^taille||112|cm',
          'ZAB|1',
        ),
      ),
    ).toEqual(
      expect.arrayContaining(
        ['MSA-3', 'RF1-2', 'RF1-4', 'RF1-7', 'RF1-11', 'OBX-5', 'OBX-6', 'ZAB-1'].map((place) => ['warning', place]),
      ),
    );
  });
});

describe('a SIU', () => {
  const sch = (fields: string) => `SCH|${fields}`;

  test.each([
    ['TQ1-7', [sch(`${OURS}|88`), 'TQ1|1||||||20260401093000']],
    ['SCH-11.4', [sch(`${OURS}|88|||||||||^^^20260401093000`)]],
    ['AIS-4', [sch(`${OURS}|88`), 'RGS|1', 'AIS|1||ORTHO|20260401093000']],
  ])('with its time in %s is an appointment made', (_, segments) => {
    expect(heardIn(appointmentOf('S12', ...segments))).toMatchObject({
      kind: 'answer',
      number,
      answer: { what: 'scheduled', appointmentAt: '2026-04-01T09:30:00-04:00', saidBy: 'hopital-hl7' },
    });
  });

  test('moved is the appointment at its new time', () => {
    for (const event of ['S13', 'S14'])
      expect(heardIn(appointmentOf(event, sch(OURS), 'TQ1|1||||||20260402'))).toMatchObject({
        answer: { what: 'scheduled', appointmentAt: '2026-04-02' },
      });
  });

  test('says for a person where it is, with whom, and why', () => {
    expect(
      heardIn(
        appointmentOf(
          'S12',
          sch(`${OURS}||||||^Première visite|||||||||^Roy^Luc`),
          'TQ1|1||||||20260401',
          'RGS|1',
          'AIS|1||^Orthophonie',
          'AIL|1||C-214^^^HOPITAL',
          'AIP|1||^Gagnon^Max',
          'NTE|1||Apporter le carnet',
        ),
      ),
    ).toMatchObject({
      answer: { saidBy: 'Luc Roy' },
      words: [
        { where: 'NTE-3', words: 'Apporter le carnet' },
        { where: 'SCH-7', words: 'Première visite' },
        { where: 'AIS-3', words: 'Orthophonie' },
        { where: 'AIL-3', words: 'HOPITAL C-214' },
        { where: 'AIP-3', words: 'Max Gagnon' },
      ],
    });
  });

  test('of a no-show is one, by its event or by its status', () => {
    expect(heardIn(appointmentOf('S26', sch(OURS)))).toMatchObject({ answer: { what: 'no-show' } });
    expect(heardIn(appointmentOf('S14', `SCH|${OURS}${'|'.repeat(24)}Noshow`))).toMatchObject({
      answer: { what: 'no-show' },
    });
  });

  test('cancelled is a note for a person: the request itself goes on', () => {
    for (const text of [appointmentOf('S15', sch(OURS)), appointmentOf('S14', `SCH|${OURS}${'|'.repeat(24)}Cancelled`)])
      expect(heardIn(text)).toMatchObject({
        kind: 'note',
        number,
        words: [{ words: expect.stringContaining('annulé') }],
      });
  });

  test.each([26, 1, 27, 2])('finds our number in SCH-%i', (field) => {
    const fields = Array.from({ length: field }, (_, nth) => (nth + 1 === field ? `${OURS}^PASSERELLE` : ''));
    expect(heardIn(appointmentOf('S26', sch(fields.join('|'))))).toMatchObject({ number });
  });

  test('without our number or its time is refused by its place', () => {
    expect(issuesOf(appointmentOf('S12', sch('')))).toEqual([
      ['error', 'SCH-26'],
      ['error', 'TQ1-7'],
    ]);
  });
});
