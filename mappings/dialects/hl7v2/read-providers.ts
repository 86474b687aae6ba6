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

const COMPONENTS_OF_PLACE = [9, 4, 7, 1, 2, 3];

/** Who, and where: a person, a service, a site. */
function nameOf(prd: Segment): string | undefined {
  const place = COMPONENTS_OF_PLACE.map((nth) => prd.first(4).subcomponent(nth, 1)).filter((part) => part !== '');
  return joined([nameInWords(prd.first(2)), ...place]);
}

const joined = (parts: readonly (string | undefined)[]): string | undefined =>
  [...new Set(parts.filter((part) => part !== undefined && part !== ''))].join(', ') || undefined;

/** Who refers: the PRD with RP, or else the first that is not referred to. */
export function askedByIn(segments: readonly Segment[], facility: string): PartyCard | undefined {
  const asking = askingIn(segments);
  if (asking === undefined) return undefined;
  const { prd, ctd } = asking;
  const name = joined([ctd && nameInWords(ctd.first(2)), nameOf(prd)]) ?? facility;
  if (name === '') return undefined;
  const [telephone] = [...telephonesIn(prd), ...(ctd === undefined ? [] : telephonesIn(ctd))];
  return present({ id: prd.first(7).component(1).trim() || facility || name, name, telephone });
}

/** Others than who refers and who is referred to, and how else to reach who refers: for a person to read. */
export function otherProviders(segments: readonly Segment[]): readonly WordsHeard[] {
  const asking = askingIn(segments);
  const { prd: known, ctd: contact } = asking ?? {};
  const others = segments.filter(({ name }) => name === 'PRD').filter((prd) => prd !== known && roleOf(prd) !== 'RT');
  const contacts = segments.filter(({ name }) => name === 'CTD');
  return [
    ...others.flatMap((prd) =>
      wordsAt(whereIn(prd, 2), [roleOf(prd), nameOf(prd) ?? '', ...telephonesIn(prd), ...identifiersIn(prd)], ' '),
    ),
    ...(known === undefined ? [] : wordsAt(whereIn(known, 5), telephonesIn(known).slice(1))),
    ...contacts.flatMap((ctd) => {
      const isKnown = ctd === contact;
      const isUsed = isKnown && known !== undefined && telephonesIn(known).length === 0;
      return wordsAt(
        whereIn(ctd, isKnown ? 5 : 2),
        [isKnown ? '' : (nameInWords(ctd.first(2)) ?? ''), ...telephonesIn(ctd).slice(isUsed ? 1 : 0)],
        ' ',
      );
    }),
  ];
}

const roleOf = (prd: Segment): string => prd.first(1).component(1).trim().toUpperCase();

const askingIn = (segments: readonly Segment[]): Provider | undefined => {
  const providers = providersIn(segments);
  return providers.find(({ role }) => role === 'RP') ?? providers.find(({ role }) => role !== 'RT');
};

const identifiersIn = (prd: Segment): readonly string[] => prd.field(7).map((pln) => pln.component(1));

/** Who speaks for the referred-to provider: its contact person, or itself. */
export function answeredByIn(segments: readonly Segment[]): string | undefined {
  const provider = providersIn(segments).find(({ role }) => role === 'RT');
  return provider && ((provider.ctd && nameInWords(provider.ctd.first(2))) ?? nameOf(provider.prd));
}

const telephonesIn = (segment: Segment): readonly string[] =>
  segment.field(5).flatMap((xtn) => telephoneFrom(xtn) ?? []);
