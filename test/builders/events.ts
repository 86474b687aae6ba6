import type { AnswerEvent, ConceptEvent, DispatchEvent } from '../../mappings/domain/lane-events.ts';
import { EXTENSIONS, IDENTIFIERS } from '../../mappings/domain/systems.ts';

const about = {
  centre: 'verdun',
  child: 'enf-1',
  request: 'ref-1',
  recordedAt: '2026-03-10T16:00:00.000Z',
} as const;

/** What a coordinator writes down after a telephone call. */
export const anAnswerEvent = (
  answer: Partial<AnswerEvent['answer']> & Pick<AnswerEvent['answer'], 'what'>,
  changes: Partial<Omit<AnswerEvent, 'kind' | 'answer'>> = {},
): AnswerEvent => ({
  kind: 'answer',
  exchangeId: '00000000-0000-5000-8000-00000000000a',
  ...about,
  ...changes,
  answer: {
    happenedAt: '2026-03-10T10:30:00-05:00',
    saidBy: 'Mme Tremblay, CLSC',
    recordedBy: 'la coordonnatrice',
    channel: 'telephone',
    ...answer,
  },
});

/** A page that was faxed, unless it says otherwise. */
export const aDispatchEvent = (changes: Partial<Omit<DispatchEvent, 'kind'>> = {}): DispatchEvent => ({
  kind: 'dispatch',
  exchangeId: '00000000-0000-5000-8000-00000000000d',
  ...about,
  dispatch: { happenedAt: '2026-03-10T10:30:00-05:00', how: 'fax', recordedBy: 'la coordonnatrice' },
  ...changes,
});

/** An entry of the centre's directory, which is no child's: an institution with a name. */
export function anEntryEvent(
  name: string,
  changes: Partial<Pick<ConceptEvent, 'version' | 'exchangeId' | 'contentHash'>> = {},
): ConceptEvent {
  const named = { system: IDENTIFIERS.institution('verdun'), value: 'ecole-1' };
  const contentHash = changes.contentHash ?? 'a'.repeat(64);
  const exchangeId = changes.exchangeId ?? '00000000-0000-5000-8000-00000000000e';
  const fullUrl = 'urn:uuid:00000000-0000-5000-8000-0000000000ee';
  return {
    kind: 'concept',
    exchangeId,
    centre: about.centre,
    recordedAt: about.recordedAt,
    concept: 'institution',
    root: { type: 'Organization', ...named },
    contentHash,
    bundle: {
      resourceType: 'Bundle',
      type: 'transaction',
      entry: [
        {
          fullUrl,
          resource: {
            resourceType: 'Organization',
            extension: [{ url: EXTENSIONS.revision, extension: [{ url: 'hash', valueString: contentHash }] }],
            identifier: [named],
            name,
          },
          request: {
            method: 'PUT',
            url: `Organization?identifier=${encodeURIComponent(`${named.system}|${named.value}`)}`,
          },
        },
        {
          fullUrl: `urn:uuid:${exchangeId}`,
          resource: {
            resourceType: 'Provenance',
            id: exchangeId,
            target: [{ reference: fullUrl, type: 'Organization', identifier: named }],
            recorded: about.recordedAt,
            agent: [{ who: { display: about.centre } }],
          },
          request: { method: 'PUT', url: `Provenance/${exchangeId}` },
        },
      ],
    },
    ...changes,
  };
}
