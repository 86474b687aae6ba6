import { localDateTime } from '../local-time.ts';
import type { ReferralSent } from '../protocols/protocol.ts';
import { idOf, type Site } from './site.ts';
import { escaped, line, message, parts, v2Time } from './v2-text.ts';

/** A child referred to a centre: REF^I12. */
export function referralMessage({ number, referral, at }: ReferralSent, site: Site, centre: string): string {
  const { child, letter } = referral;
  const own = parts(number.value, site.application);
  const card = { nam: ['QC', 'JHN'], ohip: ['ON', 'JHN'] } as const;
  const [authority, kind] = child.card === undefined ? [] : card[child.card.kind];
  const numbers = [
    `${escaped(`MRN${number.value}`)}^^^${escaped(site.facility)}^MR`,
    ...(child.card === undefined ? [] : [`${escaped(child.card.number)}^^^${authority}^${kind}`]),
  ];
  return message(
    { ...site, centre, type: 'REF^I12^REF_I12', id: idOf([number, 'I12']), at: localDateTime(new Date(at)) },
    [
      line('RF1', {
        1: parts('P', 'Pending', 'HL70283'),
        2: referral.priority === 'urgent' ? parts('A', 'ASAP', 'HL70280') : parts('R', 'Routine', 'HL70280'),
        6: own,
        7: v2Time(localDateTime(new Date(at))),
        10: referral.reason && parts(undefined, referral.reason),
      }),
      line('PRD', {
        1: parts('RP', 'Referring Provider', 'HL70286'),
        2: referral.askedBy === undefined ? parts(site.name) : parts(...nameParts(referral.askedBy)),
        4: parts(site.name),
        5: '^WPN^PH^^^514^5550199',
        7: parts(site.facility),
      }),
      line('PRD', { 1: parts('RT', 'Referred to Provider', 'HL70286'), 7: parts(centre) }),
      line('PID', {
        1: '1',
        3: numbers.join('~'),
        5: parts(child.family, child.given),
        7: v2Time(child.birthDate),
        8: child.sex && { female: 'F', male: 'M' }[child.sex],
        15: child.language && parts(child.language),
      }),
      line('OBR', { 1: '1', 2: own, 4: parts(undefined, referral.what) }),
      ...(referral.note === undefined ? [] : [line('NTE', { 1: '1', 3: escaped(referral.note) })]),
      ...(letter === undefined
        ? []
        : [
            line('OBX', {
              1: '1',
              2: 'ED',
              3: parts(undefined, letter.title),
              5: `^TEXT^plain^Base64^${Buffer.from(letter.text).toString('base64')}`,
              11: 'F',
            }),
          ]),
    ],
  );
}

/** A referral taken back: REF^I14, with its number. */
export const cancellationMessage = ({ number }: ReferralSent, at: string, site: Site, centre: string): string =>
  message({ ...site, centre, type: 'REF^I14^REF_I12', id: idOf([number, 'I14']), at: localDateTime(new Date(at)) }, [
    line('RF1', {
      1: parts('E', 'Expired', 'HL70283'),
      6: parts(number.value, site.application),
      7: v2Time(localDateTime(new Date(at))),
    }),
    line('PRD', { 1: parts('RP', 'Referring Provider', 'HL70286'), 2: parts(site.name), 7: parts(site.facility) }),
    line('PRD', { 1: parts('RT', 'Referred to Provider', 'HL70286'), 7: parts(centre) }),
    line('PID', { 1: '1', 3: `${escaped(`MRN${number.value}`)}^^^${escaped(site.facility)}^MR`, 5: '^^^^^^U' }),
  ]);

/** Family name last, as people are named there. */
const nameParts = (name: string): readonly string[] => {
  const words = name.split(' ');
  return [words.at(-1) ?? '', words.slice(0, -1).join(' ')];
};
