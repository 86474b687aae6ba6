import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { safeContactExtension } from '../../../../../mappings/concepts/safe-contact.ts';
import type { Heard, TravellingRequest, Written } from '../../../../../mappings/dialects/dialect.ts';
import { encoded } from '../../../../../mappings/dialects/hl7v2/charset.ts';
import { hl7v2 } from '../../../../../mappings/dialects/hl7v2/hl7v2.ts';
import { LOSSES } from '../../../../../mappings/dialects/hl7v2/losses.ts';
import { wordsOf } from '../../../../../mappings/domain/coded-words.ts';
import type { Issue } from '../../../../../mappings/domain/mapped.ts';
import { cancellations, contexts, ownersAnswers, requests } from './travelling.ts';
import '../../../../bounded-properties.ts';

const PARTNER = 'hopital-hl7';

/** What is read of what was written: one thing, and nothing to say against it. */
function back({ message }: Written): Heard {
  const read = hl7v2.read(message, { partner: PARTNER });
  expect(read).toMatchObject({ ok: true, value: { issues: [] } });
  if (!read.ok || read.value.heard[0] === undefined) throw new Error('nothing was heard');
  return read.value.heard[0];
}

const places = (lost: readonly Issue[]) => lost.map(({ expression }) => expression);

/** The same moment has one spelling of UTC here, and a line one end. */
const sameMoment = (moment: string | undefined) => moment?.replace(/\+00:00$/, 'Z');
const sameLines = (text: string | undefined) => text?.replaceAll(/\r\n?/g, '\n');

const isOwnWord = (code: fhir4.CodeableConcept | undefined): boolean =>
  (['fr', 'en'] as const).some((language) =>
    (code?.coding ?? []).some(
      (coding) => wordsOf([{ coding: [coding] }], coding.system ?? '', language) === code?.text,
    ),
  );

/** A request, part by part, each under the place that a loss of it names; parts that are never lost under names of their own. */
function partsOf({ number, task, request, child, letters }: TravellingRequest) {
  const { status, category, code, reasonCode, extension, authoredOn, occurrenceDateTime, ...others } = request;
  const {
    identifier,
    name,
    communication,
    extension: childExtension,
    ...child0
  } = child ?? { resourceType: 'Patient' };
  const { lastModified, authoredOn: addressedOn, ...task0 } = task;
  return {
    'ServiceRequest.status': status,
    'ServiceRequest.category': category,
    'ServiceRequest.code': code?.coding,
    'ServiceRequest.code.text': isOwnWord(code) ? undefined : code?.text,
    'ServiceRequest.reasonCode': reasonCode,
    'ServiceRequest.extension': extension,
    'Task.lastModified': sameMoment(lastModified),
    'Patient.identifier': identifier,
    'Patient.name': name,
    'Patient.communication': communication,
    'Patient.extension': childExtension,
    always: {
      number,
      others,
      task: task0,
      child: child === undefined ? undefined : child0,
      letters,
      moments: [authoredOn, occurrenceDateTime, addressedOn].map(sameMoment),
    },
  };
}

describe('a request', () => {
  test('comes back as it left through its lens, but for the losses that writing it reported', () => {
    fc.assert(
      fc.property(requests, contexts, (request, context) => {
        const written = hl7v2.writeRequest(request, context);
        const heard = back(written);
        if (heard.kind !== 'request') throw new Error(heard.kind);
        const [before, after] = [partsOf(request), partsOf(heard.request)];
        expect(after.always).toEqual(before.always);
        const lost = places(written.lost);
        for (const [place, part] of Object.entries(before)) {
          if (place === 'always' || lost.includes(place)) continue;
          expect([place, after[place as keyof typeof after]]).toEqual([place, part]);
        }
      }),
    );
  });

  test('says to call the centre first before anything else in words, and comes back with the safe contact through the centre', () => {
    fc.assert(
      fc.property(requests, contexts, (request, context) => {
        const written = hl7v2.writeRequest(request, context);
        const heard = back(written);
        if (heard.kind !== 'request') throw new Error(heard.kind);
        const first =
          context.language === 'fr'
            ? /^Contact sûr : appelez d’abord le centre/
            : /^Safe contact: call the centre first/;
        expect(heard.words[0]?.words).toMatch(first);
        expect(heard.words[0]?.words).toContain(context.sender.name);
        expect(heard.words[0]?.words.includes('514 555-0120')).toBe(context.sender.telephone !== undefined);
        expect(heard.request.request.extension).toEqual([safeContactExtension({ through: 'centre' })]);
        const saysMore = JSON.stringify(request.request.extension) !== JSON.stringify(heard.request.request.extension);
        expect(places(written.lost).includes('ServiceRequest.extension')).toBe(saysMore);
      }),
    );
  });

  test('keeps in words, for a person, a text that is too long for its field', () => {
    fc.assert(
      fc.property(requests, contexts, (request, context) => {
        const written = hl7v2.writeRequest(request, context);
        const heard = back(written);
        if (heard.kind !== 'request') throw new Error(heard.kind);
        const texts = {
          'ServiceRequest.code.text': request.request.code?.text,
          'ServiceRequest.reasonCode': request.request.reasonCode?.[0]?.text,
        };
        for (const [place, text] of Object.entries(texts)) {
          if (places(written.lost).includes(place))
            expect(heard.words.map(({ words }) => words)).toContain(sameLines(text));
        }
      }),
    );
  });

  test('is new the first time, and a modification after', () => {
    fc.assert(
      fc.property(requests, contexts, (request, context) => {
        const { message } = hl7v2.writeRequest(request, context);
        expect(message.form === 'hl7v2' && message.text).toContain(
          context.first ? '|REF^I12^REF_I12|' : '|REF^I13^REF_I12|',
        );
      }),
    );
  });

  test('is the same bytes when it is written again', () => {
    fc.assert(
      fc.property(requests, contexts, (request, context) => {
        expect(hl7v2.writeRequest(request, context)).toEqual(hl7v2.writeRequest(request, context));
      }),
    );
  });
});

describe('a cancellation', () => {
  test('comes back as it left; made in error, it is the same whether work was accepted; without a date it has the message’s', () => {
    fc.assert(
      fc.property(cancellations, contexts, (cancellation, context) => {
        const written = hl7v2.writeCancellation(cancellation, context);
        const isLost = cancellation.state === 'entered-in-error' && cancellation.accepted;
        const heard = back(written);
        expect({ ...heard, words: [] }).toEqual({
          kind: 'cancellation',
          ...cancellation,
          accepted: cancellation.accepted && !isLost,
          happenedAt: sameMoment(cancellation.happenedAt ?? context.at),
          words: [],
        });
        expect(places(written.lost)).toEqual(isLost ? ['Cancellation.accepted'] : []);
      }),
    );
  });

  test('says in words that it is withdrawn, and to stop what was accepted, and nothing of the child or the request', () => {
    fc.assert(
      fc.property(cancellations, contexts, (cancellation, context) => {
        const { message } = hl7v2.writeCancellation(cancellation, context);
        const text = message.form === 'hl7v2' ? message.text : '';
        const isToStop = cancellation.accepted && cancellation.state === 'cancelled';
        expect(text).toContain(context.language === 'fr' ? 'Demande retirée' : 'Request withdrawn');
        expect(/arrêtez|stop the work/.test(text)).toBe(isToStop);
        expect(text.split('\r').map((line) => line.slice(0, 3))).toEqual([
          'MSH',
          'RF1',
          'PRD',
          'PRD',
          'PID',
          'NTE',
          '',
        ]);
      }),
    );
  });
});

describe('an answer', () => {
  test('comes back as it left, but for the losses that writing it reported', () => {
    fc.assert(
      fc.property(ownersAnswers, contexts, (travelling, context) => {
        const { number, answer, letters } = travelling;
        const written = hl7v2.writeAnswer(travelling, context);
        const lost = places(written.lost);
        const heard = back(written);
        if (heard.kind !== 'answer') throw new Error(heard.kind);
        const { recipient: _recipient, ratings: _ratings, words, outcome, ...rest } = answer;
        const unlessLost = <T>(place: string, part: T) => (lost.includes(place) ? undefined : part);
        expect(heard.number).toEqual(number);
        expect(heard.answer).toEqual({
          ...rest,
          recordedBy: PARTNER,
          channel: 'system',
          happenedAt: sameMoment(lost.includes('Answer.happenedAt') ? context.at : answer.happenedAt),
          reason: unlessLost('Answer.reason', answer.reason),
          priority: unlessLost('Answer.priority', answer.priority),
          appointmentAt: sameMoment(answer.appointmentAt),
          outcome: unlessLost('Answer.outcome', sameLines(outcome)),
        });
        expect(heard.letters).toEqual(lost.includes('DocumentReference.content') ? [] : letters);
        expect(heard.words).toEqual(words === undefined ? [] : [{ where: 'NTE-3', words: sameLines(words) }]);
        expect(lost.includes('Answer.words')).toBe(words !== undefined);
        expect(lost.includes('Answer.ratings')).toBe(answer.ratings !== undefined);
      }),
    );
  });

  test('about an appointment is a SIU, kept or missed; every other is an RRI, I14 when the work stops; a status that was asked for is an I15', () => {
    fc.assert(
      fc.property(ownersAnswers, contexts, (travelling, context) => {
        const { message } = hl7v2.writeAnswer(travelling, context);
        const { what, appointmentAt } = travelling.answer;
        const kind = travelling.statusAsked
          ? 'RRI^I15^RRI_I12'
          : what === 'no-show'
            ? 'SIU^S26^SIU_S12'
            : what === 'scheduled' && appointmentAt !== undefined
              ? 'SIU^S12^SIU_S12'
              : what === 'cancelled'
                ? 'RRI^I14^RRI_I12'
                : 'RRI^I12^RRI_I12';
        expect(message.form === 'hl7v2' && message.text.split('|')[8]).toBe(kind);
      }),
    );
  });
});

test('for a partner whose charset lacks some letters the message is spelt in those it has, and says so', () => {
  fc.assert(
    fc.property(requests, contexts, (request, context) => {
      const site = { application: 'SIURGE', facility: 'HOPITAL', charset: '8859/1' };
      const { message, lost } = hl7v2.writeRequest(request, { ...context, hl7v2: site });
      const text = message.form === 'hl7v2' ? message.text : '';
      expect(encoded(text, '8859/1').ok).toBe(true);
      const wide = hl7v2.writeRequest(request, { ...context, hl7v2: { ...site, charset: 'UNICODE UTF-8' } }).message;
      const unchanged = wide.form === 'hl7v2' && wide.text.replace('UNICODE UTF-8', '8859/1') === text;
      expect(places(lost).includes('MSH-18')).toBe(!unchanged);
      expect(hl7v2.read(message, { partner: PARTNER }).ok).toBe(true);
    }),
  );
});

test('every loss is one of the table, and names no value', () => {
  fc.assert(
    fc.property(requests, ownersAnswers, contexts, (request, answer, context) => {
      const losses = [...hl7v2.writeRequest(request, context).lost, ...hl7v2.writeAnswer(answer, context).lost];
      for (const { expression, text } of losses) expect(LOSSES[expression as keyof typeof LOSSES]).toEqual(text);
    }),
  );
});
