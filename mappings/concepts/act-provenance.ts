import type { REFERRAL_ACTS } from '../../profiles/codes/referral-acts.ts';
import type { AnswerEvent } from '../domain/lane-events.ts';
import { CODE_SYSTEMS, EXTENSIONS, IDENTIFIERS, PROFILES } from '../domain/systems.ts';

const PARTICIPANT_TYPE = 'http://terminology.hl7.org/CodeSystem/provenance-participant-type';

interface Act {
  readonly event: Pick<AnswerEvent, 'exchangeId' | 'centre' | 'recordedAt' | 'knownAt' | 'fromPartner'>;
  readonly targets: readonly fhir4.Reference[];
  readonly activity: keyof typeof REFERRAL_ACTS;
  /** States implied by a skip forward: recorded, with no invented date. */
  readonly implied: readonly string[];
  /** A person wrote down one thing and a system says another: a finding for whoever watches. */
  readonly contradicts: boolean;
  /** Whoever caused it may not know of it, and cannot tell the family how it ended: for whoever watches too. */
  readonly untold?: boolean;
  readonly saidBy?: string;
  readonly recordedBy?: string;
  /** Absent of what follows from something else that was said. */
  readonly channel?: string;
  readonly happenedAt: string;
}

/** Who said it, who wrote it down, by which means, when it happened and when we knew: under the event's own id, so that a retry adds none. */
export function actProvenance({
  event,
  targets,
  activity,
  implied,
  contradicts,
  untold = false,
  saidBy,
  recordedBy,
  channel,
  happenedAt,
}: Act): fhir4.Provenance {
  const partner = event.fromPartner;
  return {
    resourceType: 'Provenance',
    meta: { profile: [PROFILES.act] },
    id: event.exchangeId,
    target: [...targets],
    occurredDateTime: happenedAt,
    recorded: event.knownAt ?? event.recordedAt,
    activity: {
      coding: [
        { system: CODE_SYSTEMS.referralAct, code: activity },
        ...implied.map((step) => ({ system: CODE_SYSTEMS.impliedStep, code: step })),
        ...(contradicts ? [{ system: CODE_SYSTEMS.watchFinding, code: 'contradictory' }] : []),
        ...(untold ? [{ system: CODE_SYSTEMS.watchFinding, code: 'family-not-told' }] : []),
      ],
    },
    ...(channel !== undefined && { extension: [{ url: EXTENSIONS.answerChannel, valueCode: channel }] }),
    agent: [
      {
        type: { coding: [{ system: PARTICIPANT_TYPE, code: 'informant', display: 'Informant' }] },
        who: { display: saidBy ?? partner ?? event.centre },
        ...(partner !== undefined && {
          onBehalfOf: { type: 'Organization', identifier: { system: IDENTIFIERS.partner, value: partner } },
        }),
      },
      ...(recordedBy === undefined
        ? []
        : [
            {
              type: { coding: [{ system: PARTICIPANT_TYPE, code: 'enterer', display: 'Enterer' }] },
              who: { display: recordedBy },
            },
          ]),
    ],
  };
}
