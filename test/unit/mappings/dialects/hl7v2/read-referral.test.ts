import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { safeContactExtension } from '../../../../../mappings/concepts/safe-contact.ts';
import type { Heard } from '../../../../../mappings/dialects/dialect.ts';
import { hl7v2 } from '../../../../../mappings/dialects/hl7v2/hl7v2.ts';
import { FOREIGN, IDENTIFIERS } from '../../../../../mappings/domain/systems.ts';
import { CTD, OBR, PID, PRD, RF1, referralOf } from './messages.ts';
import '../../../../bounded-properties.ts';

const read = (text: string) => hl7v2.read({ form: 'hl7v2', text }, { partner: 'hopital-hl7' });

function heardIn(text: string): Heard {
  const said = read(text);
  if (!said.ok || said.value.heard[0] === undefined) throw new Error(JSON.stringify(said));
  return said.value.heard[0];
}

function requestIn(text: string) {
  const heard = heardIn(text);
  if (heard.kind !== 'request') throw new Error(heard.kind);
  return heard;
}

const issuesOf = (text: string) => {
  const said = read(text);
  return (said.ok ? said.value.issues : said.issues).map(({ severity, code, expression }) => [
    severity,
    code,
    expression,
  ]);
};

const site = (namespace: string) => `https://fhir.passerelle.example/NamingSystem/hl7v2/${namespace}`;

describe('a hospital’s referral', () => {
  test('is a request with its child, who asks, and what was said in words', () => {
    const text = referralOf({}, RF1, PRD, CTD, PID, OBR, 'NTE|1||Voir la note du 3 mars');
    expect(read(text)).toMatchObject({ ok: true, value: { messageId: 'MSG-1' } });
    const { request, askedBy, words } = requestIn(text);
    expect(request).toEqual({
      number: { system: site('SIURGE'), value: '778899' },
      task: {
        resourceType: 'Task',
        status: 'requested',
        intent: 'order',
        code: { coding: [{ system: FOREIGN.taskCode, code: 'fulfill' }] },
        priority: 'routine',
        authoredOn: '2026-03-01',
        lastModified: '2026-03-02T10:15:00-05:00',
      },
      request: {
        resourceType: 'ServiceRequest',
        identifier: [{ system: site('SIURGE'), value: '778899' }],
        status: 'active',
        intent: 'order',
        priority: 'routine',
        category: [
          { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0281', code: 'Med' }], text: 'Medical' },
        ],
        code: { coding: [{ system: FOREIGN.snomed, code: '306174003' }], text: 'Orthophonie' },
        subject: { type: 'Patient' },
        occurrenceDateTime: '2026-04-01',
        authoredOn: '2026-02-28',
        reasonCode: [{ text: 'Retard de langage' }],
        extension: [safeContactExtension({ through: 'centre' })],
      },
      child: {
        resourceType: 'Patient',
        identifier: [
          {
            system: FOREIGN.nam,
            value: 'TREZ20511501',
            type: { coding: [{ system: FOREIGN.identifierType, code: 'JHN' }] },
          },
          {
            system: site('HOPITAL'),
            value: 'MRN-7',
            type: { coding: [{ system: FOREIGN.identifierType, code: 'MR' }] },
          },
        ],
        name: [{ family: 'Tremblay', given: ['Zoé', 'Anne'] }],
        gender: 'female',
        birthDate: '2020-01-15',
        address: [{ line: ['12 rue du Port', 'app. 3'], city: 'Montréal', state: 'QC', postalCode: 'H4G 1A1' }],
        communication: [{ language: { coding: [{ system: FOREIGN.languageTag, code: 'fr' }] }, preferred: true }],
      },
      letters: [],
    });
    expect(askedBy).toEqual({ id: '12345', name: 'Luc Roy, Ève Lavoie', telephone: '514 5550199' });
    expect(words).toEqual([
      { where: 'NTE-3', words: 'Voir la note du 3 mars' },
      { where: 'PID-13', words: '514 5550123\n514 555-0124' },
    ]);
  });

  test.each([
    ['2020', '2020'],
    ['202001', '2020-01'],
    ['20200115', '2020-01-15'],
    ['202001150830', '2020-01-15'],
    ['20200115083000-0500', '2020-01-15'],
  ])('born %s is born %s', (timestamp, date) => {
    expect(requestIn(referralOf({}, RF1, PRD, `PID|1||7||A^B||${timestamp}`)).request.child?.birthDate).toBe(date);
  });

  test.each([
    [
      '2.16.124.10.101.1.60.100 as an OID',
      'PID|1||trez 2051 1501^^^&2.16.124.10.101.1.60.100&ISO',
      FOREIGN.nam,
      'TREZ20511501',
    ],
    ['QC', 'PID|1||TREZ20511501^^^QC^JHN', FOREIGN.nam, 'TREZ20511501'],
    ['nobody, in the shape of a NAM', 'PID|1|TREZ20511501', FOREIGN.nam, 'TREZ20511501'],
    ['ON, with its version code behind', 'PID|1||1234567897AB^^^ON^JHN', FOREIGN.ohip, '1234567897'],
    ['CANON', 'PID|1||1234-567-897^^^CANON^HC', FOREIGN.ohip, '1234567897'],
  ])('a card of %s is one card', (_, pid, system, value) => {
    expect(requestIn(referralOf({}, RF1, PRD, pid)).request.child?.identifier?.[0]).toMatchObject({ system, value });
  });

  test('ten digits of nobody are no card', () => {
    expect(requestIn(referralOf({}, RF1, PRD, 'PID|1||1234567897')).request.child?.identifier).toEqual([
      { value: '1234567897' },
    ]);
  });

  test('a local code keeps the name of its system, and none is made up', () => {
    const coded = (ce: string) => requestIn(referralOf({}, RF1, PRD, PID, `OBR|1|||${ce}`)).request.request.code;
    expect(coded('ORTHO^Orthophonie^SIURGE')).toEqual({
      coding: [{ system: site('SIURGE'), code: 'ORTHO' }],
      text: 'Orthophonie',
    });
    expect(coded('ORTHO^Orthophonie')).toEqual({ text: 'Orthophonie' });
    expect(coded('speech-therapy^Speech therapy^99PNS')).toMatchObject({
      coding: [{ code: 'speech-therapy', display: 'Orthophonie' }],
    });
  });

  test('with a null says nothing there', () => {
    const { request } = requestIn(referralOf({}, RF1, PRD, 'PID|1||7^^^HOPITAL||A^B||""|""'));
    expect(request.child).not.toHaveProperty('birthDate');
    expect(request.child).not.toHaveProperty('gender');
  });

  test('a letter in Base64, hexadecimal or plain is one letter', () => {
    const letters = (ed: string) =>
      requestIn(referralOf({}, RF1, PRD, PID, OBR, `OBX|1|ED|11488-4^Consultation^LN||${ed}||||||F`)).request.letters;
    const data = Buffer.from('été').toString('base64');
    for (const ed of [`^TEXT^plain^Base64^${data}`, '^TX^^Hex^C3A974C3A9', '^text^PLAIN^A^été'])
      expect(letters(ed)).toMatchObject([
        { description: 'Consultation', content: [{ attachment: { contentType: 'text/plain', data } }] },
      ]);
  });

  test('a letter that cannot be kept is told', () => {
    for (const ed of ['^AP^PDF^Base64^!!!', '^AP^EXE^Base64^AAAA', '^AP^PDF^Quoted^AAAA'])
      expect(issuesOf(referralOf({}, 'RF1||||||1', PRD, 'PID|1||7||A', `OBX|1|ED|^x||${ed}||||||F`))).toEqual([
        ['warning', 'value', 'OBX-5'],
      ]);
  });

  test('texts of observations, kin, other providers and diagnoses are for a person to read', () => {
    const { words } = requestIn(
      referralOf(
        {},
        RF1,
        PRD,
        'PRD|PP^Primary Care Provider^HL70286|Gagnon^Max|||514 555-0188',
        PID,
        'NK1|1|Tremblay^Julie|MTH^mère|| 514 555-0142',
        'DG1|1||F80.1^Trouble expressif^ICD10CA',
        OBR,
        'OBX|1|TX|^Audition||normale~le 3 mars||||||F',
        'OBX|2|FT|||ligne\\.br\\autre||||||F',
        'NTE|1||a^b & c~d',
        'NTE|2||fin',
      ),
    );
    expect(words).toEqual([
      { where: 'NTE-3', words: 'a^b & c\nd' },
      { where: 'NTE[2]-3', words: 'fin' },
      { where: 'OBX-5', words: 'Audition: normale\nle 3 mars' },
      { where: 'OBX[2]-5', words: 'ligne\nautre' },
      { where: 'PID-13', words: '514 5550123\n514 555-0124' },
      { where: 'NK1-2', words: 'Julie Tremblay (mère) 514 555-0142' },
      { where: 'PRD[2]-2', words: 'PP Max Gagnon 514 555-0188' },
      { where: 'DG1-3', words: 'Trouble expressif' },
    ]);
  });

  test('the answer stands in its thread: the number and the child’s local number as they came, the message that it answers', () => {
    const { thread, request } = requestIn(referralOf({}, RF1, PRD, PID, OBR));
    const { message } = hl7v2.writeAnswer(
      {
        number: request.number,
        answer: { what: 'accepted', happenedAt: '2026-03-03', saidBy: 'Mme Roy', recordedBy: 'x' },
        state: 'accepted',
        letters: [],
        ...(thread !== undefined && { thread }),
      },
      {
        messageId: '5f1c0b8e-2d7a-4c3b-9e6f-0a1b2c3d4e5f',
        at: '2026-03-03T12:00:00Z',
        sender: { id: 'verdun', name: 'Les Petits Renards' },
        recipient: { id: 'hopital-hl7', name: 'Hôpital' },
        language: 'fr',
        first: true,
      },
    );
    const text = message.form === 'hl7v2' ? message.text : '';
    expect(text).toContain('\rMSA|AA|MSG-1\r');
    expect(text).toMatch(/\rRF1\|A\^Accepted\^HL70283[^\r]*\|778899\^SIURGE\r/);
    expect(text).toContain('\rPID|1||MRN-7^^^HOPITAL^MR||^^^^^^U\r');
    expect(text).not.toContain('TREZ');
  });

  test('taken back is a cancellation, and asked about a question', () => {
    const number = { system: site('SIURGE'), value: '778899' };
    expect(heardIn(referralOf({ event: 'I14' }, RF1, PRD, PID, 'NTE|1||déménagée'))).toEqual({
      kind: 'cancellation',
      number,
      state: 'cancelled',
      accepted: false,
      happenedAt: '2026-03-01',
      words: [{ where: 'NTE-3', words: 'déménagée' }],
    });
    expect(heardIn(referralOf({ event: 'I15' }, 'RF1||||||778899^SIURGE', PRD, PID))).toEqual({
      kind: 'status-asked',
      number,
    });
  });

  test('a time without an offset is that of the centres, summer and winter, or of the zone that is said', () => {
    const lastModified = (at: string, timeZone?: string) => {
      const said = hl7v2.read(
        { form: 'hl7v2', text: referralOf({ at }, RF1, PRD, PID) },
        { partner: 'p', ...(timeZone !== undefined && { timeZone }) },
      );
      const heard = said.ok ? said.value.heard[0] : undefined;
      return heard?.kind === 'request' ? heard.request.task.lastModified : undefined;
    };
    expect(lastModified('202601151030')).toBe('2026-01-15T10:30:00-05:00');
    expect(lastModified('20260715103001.5')).toBe('2026-07-15T10:30:01.500-04:00');
    expect(lastModified('20260715103001', 'Europe/Paris')).toBe('2026-07-15T10:30:01+02:00');
    expect(lastModified('20260715103001+0000', 'Europe/Paris')).toBe('2026-07-15T10:30:01Z');
  });
});

describe('a message that cannot be taken', () => {
  test.each([
    ['without a number', referralOf({}, 'RF1|P', PRD, PID), [['error', 'required', 'RF1-6']]],
    ['with a null for its number', referralOf({}, 'RF1||||||""', PRD, PID), [['error', 'required', 'RF1-6']]],
    [
      'without RF1 and without a time',
      referralOf({ at: 'demain' }, PRD, PID),
      [
        ['error', 'required', 'RF1-6'],
        ['error', 'required', 'MSH-7'],
      ],
    ],
    ['with two requests', referralOf({}, RF1, RF1, PRD, PID), [['error', 'structure', 'RF1']]],
    ['with two children', referralOf({}, RF1, PRD, PID, PID), [['error', 'structure', 'RF1']]],
    ['of a version not read', referralOf({ version: '2.8' }, RF1, PRD, PID), [['error', 'not-supported', 'MSH-12']]],
    ['of an event not read', referralOf({ event: 'I16' }, RF1, PRD, PID), [['error', 'not-supported', 'MSH-9.2']]],
    ['that is an ACK', 'MSH|^~\\&|A|B|C|D|2026||ACK^I12|1|P|2.4\rMSA|AA|x', [['error', 'not-supported', 'MSH-9.1']]],
    ['of another type', 'MSH|^~\\&|A|B|C|D|2026||ADT^A01|1|P|2.4\rPID|1', [['error', 'not-supported', 'MSH-9.1']]],
    [
      'of another type and version',
      'MSH|^~\\&|A|B|C|D|2026||ORU^R01|1|P|3.0',
      [
        ['error', 'not-supported', 'MSH-9.1'],
        ['error', 'not-supported', 'MSH-12'],
      ],
    ],
    ['of training', referralOf({}, RF1, PRD, PID).replace('|P|2.4', '|T|2.4'), [['error', 'not-supported', 'MSH-11']]],
    ['that goes on elsewhere', referralOf({}, RF1, PRD, PID, 'DSC|next|I'), [['error', 'not-supported', 'MSH-14']]],
    [
      'that goes on from another',
      referralOf({}, RF1, PRD, PID).replace('|2.4|||', '|2.4||x|'),
      [['error', 'not-supported', 'MSH-14']],
    ],
    ['that is no message', 'bonjour', [['error', 'structure', 'MSH']]],
  ])('%s says so by its place', (_, text, issues) => {
    expect(read(text).ok).toBe(false);
    expect(issuesOf(text)).toEqual(issues);
  });

  test('FHIR is not taken for HL7 v2', () => {
    const said = hl7v2.read({ form: 'fhir', bundle: { resourceType: 'Bundle', type: 'message' } }, { partner: 'p' });
    expect(said).toMatchObject({ ok: false, issues: [{ code: 'not-supported' }] });
  });
});

test('a number of ours that a partner refers to in its own request is not mistaken for a new one', () => {
  const { request } = requestIn(referralOf({}, 'RF1||||||0f0e1d2c-0000-4000-8000-000000000000^PASSERELLE', PRD, PID));
  expect(request.number.system).toBe(IDENTIFIERS.task);
});

test('any message, cut, joined and garbled in any way, is read or refused, and never makes an exception', () => {
  const whole = referralOf({}, RF1, PRD, CTD, PID, OBR, 'OBX|1|ED|^x||^TEXT^plain^Base64^AAAA||||||F', 'NTE|1||fin');
  const edits = fc.array(
    fc.record({
      at: fc.nat(whole.length),
      remove: fc.nat(12),
      insert: fc.oneof(
        fc.string({
          unit: fc.constantFrom('|', '^', '~', '\\', '&', '\r', '\n', '"', 'X', '0', 'é', '\u0000', '\ud800'),
          maxLength: 6,
        }),
        fc.constantFrom('PID|1||', 'RF1|', 'MSH|', '\\X', '\\.br\\', '""'),
      ),
    }),
    { minLength: 1, maxLength: 6 },
  );
  fc.assert(
    fc.property(
      edits,
      fc.constantFrom('REF^I12', 'REF^I14', 'REF^I15', 'RRI^I12', 'RRI^I14', 'SIU^S12', 'SIU^S15'),
      (changes, type) => {
        const garbled = changes.reduce(
          (text, { at, remove, insert }) => text.slice(0, at) + insert + text.slice(at + remove),
          whole.replace('REF^I12', type),
        );
        const said = read(garbled);
        if (!said.ok) expect(said.issues.some(({ severity }) => severity === 'error')).toBe(true);
        expect(JSON.stringify(said)).not.toContain('undefined');
      },
    ),
    { numRuns: 500 },
  );
});
