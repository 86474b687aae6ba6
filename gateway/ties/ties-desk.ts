import type { SaidOnce, TiesTold, TieTold, TieWaiting } from '../../mappings/domain/ties-told.ts';
import { mayBeTied } from '../access/centre-ties.ts';
import type { Audit } from '../audit/audit.ts';
import { theCentre } from '../audit/audit-parts.ts';
import type { CentreReader, Reader } from '../audit/reader.ts';
import type { Registry } from '../registry.ts';
import { deniedTie, refusedTie } from './against-tie.ts';
import type { Namings } from './namings.ts';
import type { SideLets, SideStanding } from './side-lets.ts';
import { idOfCode, type Side, type Tie, type TieBook } from './tie-book.ts';

export interface TiesDesk {
  /**
   * Says that a child is followed at another centre too, and gives a code for a person to hand over. The other centre learns nothing. Throws
   * `forbidden`, `notFound` for a child that the centre does not know, `noBasis`, `held`.
   */
  say(by: CentreReader, asked: { readonly child: string; readonly other: string }): Promise<SaidOnce>;
  /**
   * Says the same at the other centre, of its own child, by the code. Throws as `say` does, of its own record alone; `notFound` for a wrong number
   * and for a code that is unknown, has served, or that the first centre’s child’s side no longer lets count: all sound the same.
   */
  confirm(
    by: CentreReader,
    asked: { readonly child: string; readonly other: string; readonly code: string },
  ): Promise<TieTold>;
  /** Of a child at a centre, as they stand at this moment; those that ended are removed. */
  read(centre: string, child: string): Promise<TiesTold>;
  /** Takes back, for both centres at once, what was said of a child and another centre. Throws `forbidden`, `notFound`. */
  end(by: CentreReader, asked: { readonly child: string; readonly other: string }): Promise<void>;
}

export interface TiesDeskDeps {
  readonly registry: Pick<Registry, 'centre'>;
  readonly book: TieBook;
  readonly lets: SideLets;
  readonly namings: Pick<Namings, 'lastStopped'>;
  readonly audit: Pick<Audit, 'access'>;
  readonly newCode: () => string;
  readonly newId: () => string;
  readonly now: () => Date;
}

/** Long enough for two people to speak with each other. */
const CODE_DAYS = 14;
const DAY_SECONDS = 86_400;

export function tiesDesk(deps: TiesDeskDeps): TiesDesk {
  const { registry, book, lets, namings, audit, newCode, newId, now } = deps;
  /** In the register of the centre whose child it is; the other centre’s person stays unnamed there. */
  const note = (kind: TieAct, { centre, child }: Pick<Side, 'centre' | 'child'>, other: string, by: Reader = UNNAMED) =>
    audit.access({
      id: newId(),
      centre,
      by,
      how: 'read',
      kind,
      on: [theCentre(other)],
      children: [child],
      at: now().toISOString(),
    });

  /** Throws for what this centre’s own side lacks, whatever the other said. */
  const mustLet = async (by: CentreReader, child: string, other: string): Promise<void> => {
    mustBePerson(by);
    if (!mayBeTied(registry, by.centre, other)) throw refusedTie('off');
    refuse(await lets({ centre: by.centre, child, other }));
  };

  const standingOf = async ({ said, to, confirmed }: Tie): Promise<'stands' | 'held' | 'over'> => {
    if (!mayBeTied(registry, said.centre, to, new Date(said.at))) return 'over';
    const stopped = await namings.lastStopped(said.centre, to);
    if (stopped !== undefined && said.at <= stopped) return 'over';
    const sides = [
      await lets({ centre: said.centre, child: said.child, other: to, saidAt: said.at }),
      ...(confirmed === undefined
        ? []
        : [await lets({ centre: to, child: confirmed.child, other: said.centre, saidAt: confirmed.at })]),
    ];
    if (sides.some(({ kind }) => kind !== 'lets' && kind !== 'held')) return 'over';
    return sides.some(({ kind }) => kind === 'held') ? 'held' : 'stands';
  };

  /** Written in both registers where both had said so, else in that of the one that had. */
  const remove = async (tie: Tie, by?: CentreReader): Promise<void> => {
    for (const side of [tie.said, ...(tie.confirmed === undefined ? [] : [tie.confirmed])]) {
      const other = side === tie.said ? tie.to : tie.said.centre;
      await note('tie-ended', side, other, by?.centre === side.centre ? by.reader : UNNAMED);
    }
    await book.remove(tie);
  };

  return {
    async say(by, { child, other }) {
      await mustLet(by, child, other);
      const at = now();
      const code = newCode();
      const until = new Date(at.getTime() + CODE_DAYS * DAY_SECONDS * 1_000).toISOString();
      const said = { centre: by.centre, child, at: at.toISOString() };
      await note('tie-said', said, other, by.reader);
      await book.say({ id: idOfCode(code), said, to: other, until }, CODE_DAYS * DAY_SECONDS);
      return { centre: other, until, code };
    },

    async confirm(by, { child, other, code }) {
      await mustLet(by, child, other);
      const tie = await book.byCode(code);
      const isForThem = tie?.to === by.centre && tie.said.centre === other;
      if (!isForThem || (await standingOf(tie)) !== 'stands') throw refusedTie('unknown');
      if (tie.confirmed !== undefined) {
        // The same word again of the same child changes nothing, and is answered the same.
        if (tie.confirmed.child !== child) throw refusedTie('unknown');
        return { centre: other, since: tie.confirmed.at };
      }
      const confirmed = { centre: by.centre, child, at: now().toISOString() };
      await note('tie-confirmed', confirmed, other, by.reader);
      await note('tie-confirmed', tie.said, by.centre);
      if (!(await book.confirm(tie, confirmed))) throw refusedTie('unknown');
      return { centre: other, since: confirmed.at };
    },

    async read(centre, child) {
      const ties = new Map<string, TieTold>();
      const waiting: TieWaiting[] = [];
      for (const tie of await book.of(centre, child)) {
        const standing = await standingOf(tie);
        if (standing === 'over') await remove(tie);
        if (standing !== 'stands') continue;
        const other = tie.said.centre === centre ? tie.to : tie.said.centre;
        if (tie.confirmed === undefined) waiting.push({ centre: other, until: tie.until });
        // Said by two codes, it is one tie, since the first.
        else if (!ties.has(other)) ties.set(other, { centre: other, since: tie.confirmed.at });
      }
      return { ties: [...ties.values()], waiting };
    },

    async end(by, { child, other }) {
      mustBePerson(by);
      const all = await book.of(by.centre, child);
      const those = all.filter(({ said, to }) => other === (said.centre === by.centre ? to : said.centre));
      if (those.length === 0) throw refusedTie('unknown');
      for (const tie of those) await remove(tie, by);
    },
  };
}

/** Kinds of the register: words of register-words.ts. */
type TieAct = 'tie-said' | 'tie-confirmed' | 'tie-ended';

/** Not a person of this centre: the other centre’s, or nobody. */
const UNNAMED: Reader = { of: { operator: 'passerelle' } };

function mustBePerson({ reader }: CentreReader): void {
  if (reader.professional === undefined || reader.role === undefined) throw refusedTie('nobody');
}

function refuse(standing: SideStanding): void {
  if (standing.kind === 'denied') throw deniedTie(standing.reason);
  if (standing.kind !== 'lets') throw refusedTie(standing.kind);
}
