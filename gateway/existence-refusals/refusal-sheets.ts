import { dayAt } from '../../mappings/domain/dates-in-words.ts';
import type { RecordedRefusal, RefusalEnded } from '../../mappings/existence-refusals/refusal.ts';
import type { Issue } from '../../profiles/issue.ts';
import { GatewayError } from '../failures.ts';
import { contentHash } from '../lanes/content-hash.ts';
import type { Seal } from '../lanes/sealing.ts';
import type { FhirStore } from '../record/fhir-store.ts';
import { over, untilWon } from '../record/over-what-stood.ts';
import { sealedIn } from '../record/sealed-basic.ts';
import type { Registry } from '../registry.ts';
import { sheetFrom, sheetId } from './refusals-on-record.ts';

type Decided = Omit<RecordedRefusal, 'id' | 'recordedBy' | 'recordedAt' | 'revoked'>;

/** A child’s decisions that somebody may not know of their information: sealed in the record, each version kept, destroyed with the file. */
export interface RefusalSheets {
  /** All of them, those that ended too, the first one first. Throws GatewayError `unavailable`, also for what no configured key opens: nothing is then given. */
  of(centre: string, child: string): Promise<readonly RecordedRefusal[]>;
  /** The same decision again, while it is not revoked, changes nothing. Throws `invalidInput` for one too many, `unavailable`. */
  add(centre: string, child: string, decided: Decided, recordedBy: string): Promise<Added>;
  /** The first word stands. Throws `notFound`, `unavailable`. */
  revoke(centre: string, child: string, id: string, by: Omit<RefusalEnded, 'recordedAt'>): Promise<RecordedRefusal>;
}

export interface Added {
  readonly how: 'created' | 'same';
  readonly refusal: RecordedRefusal;
}

export interface RefusalSheetsDeps {
  readonly store: Pick<FhirStore, 'read' | 'transaction'>;
  readonly registry: Pick<Registry, 'centre'>;
  readonly seal: Seal;
  readonly newId: () => string;
  readonly now: () => Date;
}

/** What is sealed: with whose it is, so that a sheet laid in another’s place is not believed. */
interface Sheet {
  readonly centre: string;
  readonly child: string;
  readonly refusals: readonly RecordedRefusal[];
}

const REFUSALS_MAX = 200;

export function refusalSheets({ store, registry, seal, newId, now }: RefusalSheetsDeps): RefusalSheets {
  const standing = async (centre: string, child: string) => {
    const found = sealedIn(await store.read('Basic', sheetId(centre, child)));
    if (found === undefined) return { refusals: [], version: 0 };
    return { refusals: openedBy(seal, found.sealed, centre, child).refusals, version: found.version };
  };

  const write = async (sheet: Sheet, version: number): Promise<void> => {
    const { centre, child } = sheet;
    const on = dayAt(now(), registry.centre(centre)?.timeZone ?? 'UTC');
    await store.transaction(over(sheetFrom(centre, child, { sealed: seal.seal(sheet), on }), version));
  };

  return {
    of: async (centre, child) => (await standing(centre, child)).refusals,

    add: (centre, child, decided, recordedBy) =>
      untilWon(async () => {
        const { refusals, version } = await standing(centre, child);
        const same = refusals.find(
          (it) => it.revoked === undefined && contentHash(decidedIn(it)) === contentHash(decided),
        );
        if (same !== undefined) return { how: 'same', refusal: same };
        if (refusals.length >= REFUSALS_MAX) throw new GatewayError('invalidInput', 'too many', { issues: [TOO_MANY] });
        const refusal = { ...decided, id: newId(), recordedBy, recordedAt: now().toISOString() };
        await write({ centre, child, refusals: [...refusals, refusal] }, version);
        return { how: 'created', refusal };
      }),

    revoke: (centre, child, id, by) =>
      untilWon(async () => {
        const { refusals, version } = await standing(centre, child);
        const before = refusals.find((it) => it.id === id);
        if (before === undefined) throw new GatewayError('notFound', 'no such refusal');
        if (before.revoked !== undefined) return before;
        const after = { ...before, revoked: { ...by, recordedAt: now().toISOString() } };
        await write({ centre, child, refusals: refusals.map((it) => (it.id === id ? after : it)) }, version);
        return after;
      }),
  };
}

const decidedIn = ({
  id: _id,
  recordedBy: _by,
  recordedAt: _at,
  revoked: _revoked,
  ...decided
}: RecordedRefusal): Decided => decided;

/** Throws `unavailable`: what cannot be read may be a refusal. */
function openedBy(seal: Seal, sealed: string, centre: string, child: string): Sheet {
  let sheet: Sheet;
  try {
    // What opens under our own key we wrote.
    sheet = seal.open(sealed) as Sheet;
  } catch (cause) {
    throw new GatewayError('unavailable', 'refusals that no configured key opens', { cause, issues: [NO_KEY] });
  }
  if (sheet.centre === centre && sheet.child === child) return sheet;
  throw new GatewayError('unavailable', 'a sheet of refusals in the place of another', { issues: [NO_KEY] });
}

const NO_KEY: Issue = {
  severity: 'error',
  code: 'transient',
  text: {
    fr: 'Ce qui a été décidé de cet enfant ne s’ouvre pas (clé absente de SEALING_KEYS, ou feuille déplacée) : rien n’est remis tant qu’on ne peut le lire. Demandez à qui exploite la passerelle.',
    en: 'What was decided about this child does not open (a key missing in SEALING_KEYS, or a sheet that was moved): nothing is handed over until it can be read. Ask whoever runs the gateway.',
  },
};

const TOO_MANY: Issue = {
  severity: 'error',
  code: 'too-long',
  text: {
    fr: `Déjà ${REFUSALS_MAX} décisions pour cet enfant : une seule, pour tout le dossier, en remplace plusieurs.`,
    en: `${REFUSALS_MAX} decisions about this child already: a single one, for the whole file, takes the place of several.`,
  },
};
