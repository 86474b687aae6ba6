import { dialectOf } from '../../mappings/dialects/dialects.ts';
import { paperPage } from '../../mappings/dialects/paper.ts';
import { travellingRequest } from '../../mappings/dialects/travelling-request.ts';
import { taskNumberOf } from '../../mappings/domain/current-task.ts';
import type { Issue } from '../../mappings/domain/mapped.ts';
import type { PaperPage } from '../../mappings/domain/paper-page.ts';
import { IDENTIFIERS } from '../../mappings/domain/systems.ts';
import type { RequestSeen } from '../../mappings/lenses/look-through.ts';
import { type Bilingual, GENDERS } from '../../profiles/codes.ts';
import type { Holds } from '../lanes/holds.ts';
import type { FhirStore } from '../record/fhir-store.ts';
import { identifierToken } from '../record/identifier-token.ts';
import type { Centre, Partner } from '../registry.ts';
import { disclosableOf, SAID_AROUND } from './disclosable-on-record.ts';
import { type Disclosable, type Disclosures, seenThrough, showsNothing } from './disclosure.ts';
import { heldAbout } from './held-about.ts';
import { lensFor } from './lens-for.ts';
import { outgoingContext } from './outgoing-context.ts';
import { requestMessageId } from './receipts.ts';

/** A request as it would be written down, and between whom. */
export interface UnsentRequest {
  readonly centre: Centre;
  readonly partner: Partner;
  readonly childId: string;
  readonly requestId: string;
  /** What the mapping made of it. */
  readonly bundle: fhir4.Bundle<fhir4.FhirResource>;
  /** Of the page; absent: that of the recipient, as it will be written. */
  readonly language?: keyof Bilingual;
}

/** What a recipient would see of a request that has not been sent, and what stands in its way. */
export interface RequestPreview {
  /** In the order in which they come; empty where its lens shows nothing of such a request. */
  readonly views: readonly { readonly when: 'first' | 'once-accepted'; readonly page: PaperPage }[];
  /** Why it would not leave; empty when nothing is missing. */
  readonly missing: readonly Issue[];
  /** What its dialect cannot carry of what it might see. */
  readonly lost: readonly Issue[];
}

export interface RequestPreviewDeps {
  readonly store: Pick<FhirStore, 'search'>;
  readonly holds: Pick<Holds, 'bearOn'>;
  readonly disclosures: Pick<Disclosures, 'missing'>;
  readonly now: () => Date;
}

/** Undefined for a child whom the record does not know. */
export type PreviewRequest = (unsent: UnsentRequest) => Promise<RequestPreview | undefined>;

/** A dry run of sending: the same decision, lens, dialect and page as when it leaves; nothing is written, nothing leaves. */
export function requestPreviews({ store, holds, disclosures, now }: RequestPreviewDeps): PreviewRequest {
  return async (unsent) => {
    const { centre, partner, childId, requestId } = unsent;
    // Before the consents are read, as for what leaves.
    const held = await holds.bearOn(heldAbout(unsent));
    const around = await store.search('Patient', {
      identifier: identifierToken(IDENTIFIERS.child(centre.id), childId),
      _revinclude: SAID_AROUND,
    });
    const child = around.find((it) => it.resourceType === 'Patient');
    const { task, request, number } = mappedIn(unsent.bundle);
    if (child === undefined || task === undefined || request === undefined) return undefined;
    const at = now();
    const parts = { task, request, child, number, centre, partner, childId, requestId, held, checkedAt: at };
    const first = disclosableOf(parts, around);
    const accepted = disclosableOf({ ...parts, task: { ...task, status: 'accepted' } }, around);
    const [lens, then] = [lensFor(first, partner.transport), lensFor(accepted, partner.transport)];
    const pageOf = (shown: Disclosable, through: typeof lens): PaperPage =>
      pageSeen(seenThrough(through, { ...shown, letters: [] }, at), unsent, at);
    return {
      views: [
        ...(showsNothing(first, lens) ? [] : [{ when: 'first' as const, page: pageOf(first, lens) }]),
        ...(then === lens || showsNothing(accepted, then)
          ? []
          : [{ when: 'once-accepted' as const, page: pageOf(accepted, then) }]),
      ],
      missing: [...disclosures.missing(first), ...(held ? [HELD] : [])],
      lost: lostOnTheWay(first, at),
    };
  };
}

function mappedIn({ entry = [] }: fhir4.Bundle<fhir4.FhirResource>) {
  const resources = entry.flatMap(({ resource }) => resource ?? []);
  const task = resources.find((it) => it.resourceType === 'Task');
  const request = resources.find((it) => it.resourceType === 'ServiceRequest');
  const number = (task && taskNumberOf(task)) ?? '';
  return { task, request, number };
}

/** In words, all that its message says: a page tells no gender, a system is told the one that its lens shows. */
function pageSeen(seen: RequestSeen, { centre, partner, language = partner.language }: UnsentRequest, at: Date) {
  const page = paperPage(seen, { language, preparedAt: at, centre, partner });
  const gender = ON_PAGES.has(partner.transport) ? undefined : seen.child?.gender;
  if (gender === undefined) return page;
  const row = { label: GENDER[language], text: GENDERS[gender][language] };
  const last = page.sections.length - 1;
  return {
    ...page,
    sections: page.sections.map((section, nth) =>
      nth === last ? { ...section, rows: [...section.rows, row] } : section,
    ),
  };
}

const ON_PAGES: ReadonlySet<Partner['transport']> = new Set(['paper', 'web-page']);
const GENDER: Bilingual = { fr: 'Genre', en: 'Gender' };

function lostOnTheWay(shown: Disclosable, at: Date): readonly Issue[] {
  const { partner, task } = shown;
  const dialect = dialectOf(partner.dialect);
  const lens = lensFor(shown, partner.transport);
  if (dialect === undefined || showsNothing(shown, lens)) return [];
  const seen = seenThrough(lens, { ...shown, letters: [] }, at);
  const context = outgoingContext(shown, { messageId: requestMessageId(shown), at: at.toISOString() });
  return dialect.writeRequest(travellingRequest(task, seen, []), context).lost;
}

const HELD: Issue = {
  severity: 'warning',
  code: 'business-rule',
  expression: 'agreements',
  text: {
    fr: 'Un accord, un refus ou une restriction vient d’arriver et n’est pas encore au dossier : rien ne part avant. Regardez de nouveau dans un instant.',
    en: 'An agreement, a refusal or a restriction has just arrived and is not in the record yet: nothing leaves before. Look again in a moment.',
  },
};
