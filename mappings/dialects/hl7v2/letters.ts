import { present } from '../../concepts/present.ts';
import type { Issue } from '../../domain/mapped.ts';
import { lostWhere } from './losses.ts';
import type { Repetition, Segment } from './parsed-message.ts';
import { momentFrom, timestampFrom } from './timestamps.ts';
import { components, segment } from './write-segment.ts';

/** Kinds of encapsulated data: tables 0191 and 0291, whose subtypes are also those of RFC 2046. The first of a kind is how we write it. */
const KINDS = [
  ['application/pdf', 'AP', 'PDF'],
  ['application/rtf', 'AP', 'RTF'],
  ['application/xml', 'AP', 'XML'],
  ['image/jpeg', 'IM', 'JPEG'],
  ['image/png', 'IM', 'PNG'],
  ['image/tiff', 'IM', 'TIFF'],
  ['image/gif', 'IM', 'GIF'],
  ['text/plain', 'TEXT', 'plain'],
  ['text/html', 'TEXT', 'HTML'],
] as const;

/** Older and longer names of table 0191. */
const TYPE_NAMES: Readonly<Record<string, string>> = {
  APPLICATION: 'AP',
  IMAGE: 'IM',
  SI: 'IM',
  SD: 'IM',
  NS: 'IM',
  TX: 'TEXT',
  FT: 'TEXT',
};

/** Letters as OBX of encapsulated data in Base64 (v2.5.1 §2.A.24), numbered after those before; what cannot be carried is a loss. */
export function letterSegments(
  letters: readonly fhir4.DocumentReference[],
  from = 1,
): { readonly segments: readonly string[]; readonly losses: readonly Issue[] } {
  const attachments = letters.flatMap((letter) => letter.content.map(({ attachment }) => ({ letter, attachment })));
  const written = attachments.map(({ letter, attachment }) => ({ attachment, letter, kind: kindOf(attachment) }));
  const carried = written.filter(({ kind }) => kind !== undefined);
  return {
    segments: carried.map(({ attachment, letter, kind }, nth) =>
      segment('OBX', {
        1: String(from + nth),
        2: 'ED',
        3: components(undefined, titleOf(letter, attachment)),
        5: components(undefined, kind?.[1], kind?.[2], 'Base64', attachment.data),
        11: 'F',
        14: dateOf(letter, attachment),
      }),
    ),
    losses: lostWhere({
      'DocumentReference.content':
        carried.length < attachments.length || letters.some(({ content }) => content.length > 1),
      'DocumentReference.identifier': letters.length > 0,
    }),
  };
}

const kindOf = ({ contentType, data }: fhir4.Attachment) => {
  const [type] = contentType?.toLowerCase().split(';') ?? [];
  return data === undefined ? undefined : KINDS.find(([name]) => name === type?.trim());
};

const titleOf = ({ description }: fhir4.DocumentReference, { title }: fhir4.Attachment): string =>
  (title ?? description ?? TITLE).replaceAll(/\s+/g, ' ').slice(0, TITLE_MAX);

const TITLE = 'Lettre / Letter';
const TITLE_MAX = 199;

const dateOf = ({ date }: fhir4.DocumentReference, { creation }: fhir4.Attachment): string | undefined => {
  const said = creation ?? date;
  return said === undefined ? undefined : timestampFrom(said);
};

/** The letter that an OBX of encapsulated data is; undefined if its kind, encoding or data are none that we can keep. */
export function letterFrom(obx: Segment, timeZone: string): fhir4.DocumentReference | undefined {
  const ed = obx.first(5);
  const contentType = contentTypeOf(ed);
  const data = dataOf(ed);
  if (contentType === undefined || data === undefined) return undefined;
  const title = obx.first(3).component(2) || obx.first(3).component(5) || undefined;
  const creation = momentFrom(obx.first(14).component(1), timeZone);
  return {
    resourceType: 'DocumentReference',
    status: 'current',
    ...(title !== undefined && { description: title }),
    content: [{ attachment: present({ contentType, title, creation, data }) }],
  };
}

function contentTypeOf(ed: Repetition): string | undefined {
  const said = ed.component(2).trim().toUpperCase();
  const type = TYPE_NAMES[said] ?? said;
  const subtype = ed.component(3).trim().toUpperCase();
  const kind = KINDS.find(([, ofType, ofSubtype]) => ofType === type && ofSubtype.toUpperCase() === subtype);
  return kind?.[0] ?? (type === 'TEXT' && subtype === '' ? 'text/plain' : undefined);
}

// One sign that is none is looked for: a pattern of the whole, on a file as large as a frame takes, runs out of stack.
const isBase64 = (data: string): boolean =>
  data !== '' && data.length % 4 === 0 && !/[^A-Za-z0-9+/]/.test(data.replace(/={1,2}$/, ''));
const isHex = (data: string): boolean => data !== '' && data.length % 2 === 0 && !/[^0-9A-Fa-f]/.test(data);

function dataOf(ed: Repetition): string | undefined {
  const data = ed.component(5);
  switch (ed.component(4).trim().toUpperCase()) {
    case 'BASE64': {
      const bare = data.replaceAll(/\s/g, '');
      return isBase64(bare) ? bare : undefined;
    }
    case 'HEX':
      return isHex(data) ? Buffer.from(data, 'hex').toString('base64') : undefined;
    case 'A':
    case '':
      return data === '' ? undefined : Buffer.from(data, 'utf8').toString('base64');
    default:
      return undefined;
  }
}
