import { present } from '../../concepts/present.ts';
import type { PartyCard, WordsHeard } from '../dialect.ts';
import type { Segment } from './parsed-message.ts';
import { nameInWords, telephoneFrom } from './people.ts';
import { whereIn, wordsAt } from './read-words.ts';

/** A provider and the contact data that follow it. */
interface Provider {
  readonly role: string;
  readonly prd: Segment;
  readonly ctd?: Segment;
}

const providersIn = (segments: readonly Segment[]): readonly Provider[] =>
  segments.flatMap((prd, at) => {
    if (prd.name !== 'PRD') return [];
    const next = segments[at + 1];
    return [
      present({
        role: prd.first(1).component(1).trim().toUpperCase(),
        prd,
        ctd: next?.name === 'CTD' ? next : undefined,
      }),
    ];
  });

const nameOf = (prd: Segment): string | undefined =>
  nameInWords(prd.first(2)) ?? (prd.first(4).component(9) || undefined);

/** Who refers: the PRD with RP, or else the first that is not referred to. */
export function askedByIn(segments: readonly Segment[], facility: string): PartyCard | undefined {
  const providers = providersIn(segments);
  const asking = providers.find(({ role }) => role === 'RP') ?? providers.find(({ role }) => role !== 'RT');
  if (asking === undefined) return undefined;
  const { prd, ctd } = asking;
  const name = [ctd && nameInWords(ctd.first(2)), nameOf(prd)].filter(Boolean).join(', ') || facility;
  if (name === '') return undefined;
  const telephone = telephoneIn(prd, 5) ?? (ctd && telephoneIn(ctd, 5));
  return present({ id: prd.first(7).component(1).trim() || facility || name, name, telephone });
}

/** Others than who refers and who is referred to: for a person to read. */
export function otherProviders(segments: readonly Segment[]): readonly WordsHeard[] {
  const providers = providersIn(segments);
  const asking = providers.find(({ role }) => role === 'RP') ?? providers.find(({ role }) => role !== 'RT');
  return providers
    .filter(({ role, prd }) => role !== 'RT' && prd !== asking?.prd)
    .flatMap(({ role, prd }) => wordsAt(whereIn(prd, 2), [role, nameOf(prd) ?? '', telephoneIn(prd, 5) ?? ''], ' '));
}

/** Who speaks for the referred-to provider: its contact person, or itself. */
export function answeredByIn(segments: readonly Segment[]): string | undefined {
  const provider = providersIn(segments).find(({ role }) => role === 'RT');
  return provider && ((provider.ctd && nameInWords(provider.ctd.first(2))) ?? nameOf(provider.prd));
}

const telephoneIn = (segment: Segment, field: number): string | undefined =>
  segment.field(field).flatMap((xtn) => telephoneFrom(xtn) ?? [])[0];
