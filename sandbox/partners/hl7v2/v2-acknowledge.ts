import { idOf, type Site } from './site.ts';
import { escaped, line, message, parts, type V2Message } from './v2-text.ts';

/** The acknowledgement of a message, in the mode that it asks for; undefined where it asks for none. In the original mode a referral is answered at once: pending. */
export function acknowledgementOf(
  received: V2Message,
  verdict: keyof typeof LETTERS,
  site: Site,
  at: string,
): string | undefined {
  const [accept, application] = [received.at('MSH', 15), received.at('MSH', 16)];
  if (received.at('MSH', 9) === 'ACK' || accept === 'NE') return undefined;
  const original = accept === '' && application === '';
  const pending = original && verdict === 'accept' && received.at('MSH', 9) === 'REF';
  const of = received.at('MSH', 10);
  const trigger = received.at('MSH', 9, 2);
  const type = pending ? `RRI^${trigger}^RRI_I12` : `ACK^${trigger}^ACK`;
  return message({ ...site, enhanced: false, centre: received.at('MSH', 4), type, at, id: idOf([of, verdict]) }, [
    line('MSA', { 1: `${original ? 'A' : 'C'}${LETTERS[verdict]}`, 2: escaped(of) }),
    ...(verdict === 'accept' ? [] : [line('ERR', { 3: CONDITIONS[verdict], 4: 'E' })]),
    ...(pending ? pendingSegments(received, site) : []),
  ]);
}

const LETTERS = { accept: 'A', error: 'E', reject: 'R' } as const;
const CONDITIONS = {
  error: '207^Application internal error^HL70357',
  reject: '202^Unsupported processing id^HL70357',
} as const;

const pendingSegments = (received: V2Message, site: Site): readonly string[] => [
  line('RF1', { 1: parts('P', 'Pending', 'HL70283'), 6: parts(received.at('RF1', 6), received.at('RF1', 6, 2)) }),
  line('PRD', { 1: parts('RT', 'Referred to Provider', 'HL70286'), 2: parts(site.name), 7: parts(site.facility) }),
  line('PID', { 1: '1', 3: parts(received.at('RF1', 6), received.at('RF1', 6, 2)), 5: '^^^^^^U' }),
];

/** Whether an acknowledgement (MSA) of a message says yes, no, or again later; undefined for one of another message. */
export function verdictOn(id: string, received: V2Message): 'accepted' | 'refused' | 'later' | undefined {
  if (received.at('MSA', 2) !== id) return undefined;
  if (received.at('MSA', 1).endsWith('A')) return 'accepted';
  return received.all('ERR', 3).includes('207') ? 'later' : 'refused';
}
