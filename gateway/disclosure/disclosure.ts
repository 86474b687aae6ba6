import { v5 as uuidFrom } from 'uuid';
import type { Basis } from '../../mappings/consent/bases.ts';
import { type BasesOnRecord, basesOnRecord } from '../../mappings/consent/bases-on-record.ts';
import { type Decision, decide } from '../../mappings/consent/decide.ts';
import { disclosureOfRequest, type RequestToShow } from '../../mappings/consent/disclosure-of-request.ts';
import { letterBeside } from '../../mappings/consent/letter-beside.ts';
import { dayAt } from '../../mappings/domain/dates-in-words.ts';
import type { Issue } from '../../mappings/domain/mapped.ts';
import { requestKindOf } from '../../mappings/domain/request-kind.ts';
import { type Stage, stageOf } from '../../mappings/domain/request-untold.ts';
import { labelsOnRequest } from '../../mappings/lenses/labels.ts';
import { LENSES, type LensName } from '../../mappings/lenses/lenses.ts';
import { lookThrough, type RequestOnRecord, type RequestSeen, shownOf } from '../../mappings/lenses/look-through.ts';
import { lettersPassing } from '../../mappings/lenses/narrow.ts';
import { isClosedElsewhere } from '../access/other-provinces.ts';
import type { Audit } from '../audit/audit.ts';
import { isRestricted } from '../audit/disclosure-event.ts';
import { GatewayError } from '../failures.ts';
import { type Centre, isInHealthCare, type Partner, type Registry } from '../registry.ts';
import { type Disclosables, type DisclosablesDeps, disclosablesOnRecord, stepsOf } from './disclosable-on-record.ts';
import { lensFor } from './lens-for.ts';
import { lettersAlong } from './letters-along.ts';
import { NOTHING_SHOWN, whyNot } from './why-not.ts';

/** One request at one recipient, whole, as the record holds it. */
export interface Disclosable extends RequestOnRecord {
  readonly number: string;
  readonly centre: Centre;
  readonly partner: Partner;
  /** Business identifier of the request at the centre. */
  readonly requestId: string;
  readonly childId: string;
  readonly version: number;
  /** What may be shown now: a legal request shows its facts only once accepted. */
  readonly stage: Stage;
  /** The same as the receipt says it: of a cancellation, whether it asks accepted work to stop, cancels, or was an error. */
  readonly telling: string;
  /** Something acknowledged that may close this to its recipient was not in the record when its consents were read. */
  readonly held: boolean;
  /** When that was looked at: what leaves on it leaves within moments. */
  readonly checkedAt: Date;
  /** What anybody said of showing it: agreements, consents, refusals, withdrawals. */
  readonly bases: readonly Basis[];
  /** Letters that go with what is told now, as receipts name them. */
  readonly going: readonly string[];
}

export interface DisclosureDeps extends DisclosablesDeps {
  readonly audit: Pick<Audit, 'disclosure' | 'mayHaveLeft'>;
}

/** What would be shown, decided on a basis and seen through a lens: nothing of it leaves before `written` has ended. */
export interface Look {
  readonly seen: RequestSeen;
  /** Writes down in the audit that it is shown. */
  written(): Promise<void>;
}

export interface Disclosures extends Disclosables {
  /** Throws GatewayError `noBasis` or `held` unless something lets this request be shown to its recipient now, by this channel; says what. */
  mustHaveBasis(disclosable: Disclosable, channel: string): string;
  /** What is missing, as warnings, for this request to be shown to its recipient now; empty when nothing is. */
  missing(disclosable: Disclosable): readonly Issue[];
  /** Whether the audit says that this version, at this stage, was about to leave by this channel. */
  wasDisclosed(disclosable: Disclosable, channel: string): Promise<boolean>;
  /** What would be shown now by this channel: basis, then lens. Throws GatewayError `noBasis`, `held`. */
  look(disclosable: Disclosable, channel: string): Promise<Look>;
  /** The last moment: basis, then lens, then audit; only then may anything leave. Throws GatewayError `noBasis`, `held`. */
  disclose(disclosable: Disclosable, channel: string): Promise<RequestSeen>;
}

const DISCLOSURES = '3d7c9c0e-8f2e-5b7e-9a86-0c1f9b4a2e77';

export function disclosures({ audit, ...deps }: DisclosureDeps): Disclosures {
  const { store, now } = deps;
  const look: Disclosures['look'] = async (disclosable, channel) => {
    const { task, partner, centre } = disclosable;
    const at = now();
    const lens = lensFor(disclosable, channel);
    const basis = basisAt(disclosable, lens, at);
    const along = LENSES[lens].letters.length === 0 ? [] : await lettersAlong(store, task, centre.id);
    const passing = lettersPassing(LENSES[lens], along);
    const letters = passing.filter((letter) => decisionOn(disclosable, lens, at, letter).kind === 'permit');
    const seen = seenThrough(lens, { ...disclosable, letters }, at);
    const written = (): Promise<void> =>
      audit.disclosure({
        id: disclosureId(disclosable, channel, SEEN_EACH_TIME.has(channel) ? at.toISOString() : ''),
        centre: centre.id,
        recipient: partner.id,
        child: disclosable.childId,
        request: `Task/${task.id}`,
        kind: requestKindOf(disclosable.request) ?? 'request',
        channel,
        restricted: isRestricted([disclosable.request, task, disclosable.child, ...letters]),
        ...(labelsOnRequest(disclosable.request, task, disclosable.child).includes('asked-alone') && {
          askedAlone: true,
        }),
        ...(seen.letters.length > 0 && { letters: letters.map(({ id }) => `DocumentReference/${id}`) }),
        lens,
        basis,
        at: at.toISOString(),
      });
    return { seen, written };
  };

  return {
    ...disclosablesOnRecord(deps),
    look,

    missing(disclosable) {
      const lens = lensFor(disclosable, disclosable.partner.transport);
      if (showsNothing(disclosable, lens)) return [{ ...NOTHING_SHOWN, severity: 'warning' }];
      const decision = decisionOn(disclosable, lens, now());
      return decision.kind === 'permit' ? [] : [whyNot(decision, 'warning')];
    },

    mustHaveBasis: (disclosable, channel) => basisAt(disclosable, lensFor(disclosable, channel), now()),

    wasDisclosed: (disclosable, channel) =>
      audit.mayHaveLeft(`Task/${disclosable.task.id}`, disclosureId(disclosable, channel)),

    async disclose(disclosable, channel) {
      const { seen, written } = await look(disclosable, channel);
      await written();
      return seen;
    },
  };
}

/** What the recipient sees of it through a lens, an age as of that moment. */
export const seenThrough = (lens: LensName, shown: Disclosable & Pick<RequestOnRecord, 'letters'>, at: Date) =>
  lookThrough(LENSES[lens], shown, shown.partner.id, dayAt(at, shown.centre.timeZone));

/** Decided anew each time: what let it be shown yesterday may be gone. */
function basisAt(disclosable: Disclosable, lens: LensName, at: Date): string {
  // Only the bare cancellation passes a hold.
  if (disclosable.held && disclosable.stage !== 'cancellation')
    throw new GatewayError('held', `task ${disclosable.number} is held until the record has what was acknowledged`);
  if (showsNothing(disclosable, lens))
    throw new GatewayError('noBasis', `the lens ${lens} shows nothing of task ${disclosable.number}`, {
      issues: [NOTHING_SHOWN],
    });
  const decision = decisionOn(disclosable, lens, at);
  if (decision.kind === 'permit') return `${decision.ref} (${decision.reason})`;
  const { partner, number } = disclosable;
  throw new GatewayError('noBasis', `${decision.reason}: nothing lets ${partner.id} see task ${number}`, {
    issues: [whyNot(decision, 'error')],
  });
}

/** Nothing of such a request, or under such a label, is for this kind of recipient: an agreement does not change that. */
export const showsNothing = (disclosable: Pick<Decidable, 'task' | 'request' | 'child' | 'stage'>, lens: LensName) =>
  disclosable.stage !== 'cancellation' && shownOf(LENSES[lens], disclosable) === undefined;

/** One request at one recipient, and what the record holds that bears on whether it may be shown there. */
export interface RequestAsked extends Omit<BasesOnRecord, 'centre'> {
  readonly task: fhir4.Task;
  readonly child: fhir4.Patient;
}

/**
 * Whether that, and the recipient’s lens, let the request be shown to them at a moment, by their channel; false for whom the registry does not
 * know. What the family takes back ends also at a partner of another province to which nothing leaves any more.
 */
export type MayBeShown = (asked: RequestAsked, at: Date) => boolean;

export const mayBeShown =
  (registry: Pick<Registry, 'centre' | 'partner'>): MayBeShown =>
  (asked, at) => {
    const { task } = asked;
    const centre = registry.centre(task.requester?.identifier?.value ?? '');
    const partner = registry.partner(task.owner?.identifier?.value ?? '');
    if (centre === undefined || partner === undefined) return false;
    const stage = stageOf(task, stepsOf(partner));
    const shown = { ...asked, centre, partner, stage, bases: basesOnRecord({ ...asked, centre: centre.id }) };
    const unassessedElsewhere = false;
    const lens = lensFor(shown, partner.transport);
    return !showsNothing(shown, lens) && decisionThere({ ...shown, unassessedElsewhere }, lens, at).kind === 'permit';
  };

type Decidable = RequestOnRecord & Pick<Disclosable, 'centre' | 'partner' | 'bases' | 'stage'>;

/** With a letter, what that tells is disclosed beside the request. */
const decisionOn = (shown: Decidable, lens: LensName, at: Date, letter?: fhir4.DocumentReference): Decision =>
  decisionThere({ ...shown, unassessedElsewhere: isClosedElsewhere(shown.centre, shown.partner) }, lens, at, letter);

function decisionThere(
  disclosable: Decidable & Pick<RequestToShow, 'unassessedElsewhere'>,
  lens: LensName,
  at: Date,
  letter?: fhir4.DocumentReference,
): Decision {
  const { centre, partner, bases, stage } = disclosable;
  const disclosure = disclosureOfRequest({
    ...disclosable,
    recipient: partner.id,
    inHealthCare: isInHealthCare(partner),
    lens,
    what: stage === 'cancellation' ? 'bare-cancellation' : 'request',
    timeZone: centre.timeZone,
  });
  const about = { task: disclosable.task, centre: centre.id };
  const whole = letter === undefined ? disclosure : letterBeside(disclosure, letter, about);
  return decide(centre.regime, bases, whole, at);
}

/** A message that is sent again is the same disclosure: `at` is for what is seen each time anew. */
const disclosureId = ({ number, version, stage, going }: Disclosable, channel: string, at = ''): string =>
  uuidFrom(`${number}|${version}|${stage}|${channel}|${at}${alongside(going)}`, DISCLOSURES);

/** What makes a message, a receipt or a disclosure another one than before a letter went along; nothing without letters. */
export const alongside = (letters: readonly string[]): string => (letters.length === 0 ? '' : `|${letters.join(',')}`);

/** A page is shown and a record is read each time anew; a message that is sent again is the same disclosure. */
const SEEN_EACH_TIME: ReadonlySet<string> = new Set(['paper', 'web-page', 'fhir-poll']);

/** The lens under which a partner sees a request whole: what a lawyer sees once it has accepted. */
export const lensOfWhole = ({ lens }: Pick<Partner, 'lens'>): LensName =>
  lens === 'lawyer' ? 'lawyer-accepted' : lens;
