import { IDENTIFIERS } from '../../mappings/domain/systems.ts';
import { contentHash } from '../lanes/content-hash.ts';
import type { AccessSettings } from './access-settings.ts';

/** What one line of the access file says, so that a change is seen: of whom, and a hash of what. */
export interface AccessRow {
  /** The same as long as it is about the same one. */
  readonly key: string;
  readonly hash: string;
}

type Kind = 'issuer' | 'client' | 'professional' | 'rules';

const URI = 'urn:ietf:rfc:3986';

/** Each server, client and person that the file names, and its general rules. */
export function accessRows({ issuers, clients, professionals, ...rules }: AccessSettings): readonly AccessRow[] {
  const row = (kind: Kind, of: string, id: string, says: unknown): AccessRow => ({
    key: JSON.stringify([kind, of, id]),
    hash: contentHash(says),
  });
  return [
    row('rules', '', rules.audience, rules),
    ...issuers.map((it) => row('issuer', '', it.issuer, it)),
    ...clients.map((it) => row('client', it.issuer, it.id, it)),
    ...professionals.map((it) => row('professional', it.centre, it.id, it)),
  ];
}

/** Whom a key of ours is about, as an audit entry names them: by number only. */
export function whoseRow(key: string): fhir4.Reference {
  // Written above.
  const [kind, of, id] = JSON.parse(key) as [Kind, string, string];
  if (kind === 'professional')
    return { type: 'PractitionerRole', identifier: { system: IDENTIFIERS.professionalRole(of), value: id } };
  const identifier = { system: kind === 'client' ? of : URI, value: id };
  return { type: 'Device', identifier, display: kind };
}
