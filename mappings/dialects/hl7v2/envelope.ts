import type { Issue } from '../../domain/mapped.ts';
import type { OutgoingContext, PartyCard, Written } from '../dialect.ts';
import { lost } from './losses.ts';
import { mshFrom } from './message-header.ts';
import { telephoneField } from './people.ts';
import { speltIn } from './repertoire.ts';
import { components, messageOf, segment } from './write-segment.ts';

const CHARSET_DEFAULT = 'UNICODE UTF-8';

/** Type, event and structure of a message, and whether its recipient's application answers it by a message of its own. */
export interface Kind {
  readonly type: 'REF' | 'RRI' | 'SIU';
  readonly trigger: string;
  readonly structure: 'REF_I12' | 'RRI_I12' | 'SIU_S12';
  readonly answered: boolean;
}

/** A whole message for a partner, in the letters that its charset has. */
export function written(
  kind: Kind,
  segments: readonly string[],
  losses: readonly Issue[],
  { messageId, at, sender, recipient, language, hl7v2 }: OutgoingContext,
): Written {
  const charset = hl7v2?.charset ?? CHARSET_DEFAULT;
  const msh = mshFrom({
    ...kind,
    messageId,
    at,
    sender: { facility: sender.id },
    receiver: { application: hl7v2?.application ?? recipient.id, facility: hl7v2?.facility },
    charset,
    language,
    ...(hl7v2?.acknowledgement !== 'original' && {
      acknowledge: { accept: 'AL', application: kind.answered ? 'AL' : 'NE' },
    }),
  });
  const { text, changed } = speltIn(charset, messageOf([msh, ...segments]));
  return { message: { form: 'hl7v2', text }, lost: changed ? [...losses, lost('MSH-18')] : losses };
}

const ROLES = { RP: 'Referring Provider', RT: 'Referred to Provider' } as const;

/** PRD of an organization, by its role in table 0286. */
export const providerSegment = (role: keyof typeof ROLES, { id, name, telephone }: PartyCard): string =>
  segment('PRD', {
    1: components(role, ROLES[role], 'HL70286'),
    2: components(name),
    5: telephoneField(telephone),
    7: components(id),
  });
