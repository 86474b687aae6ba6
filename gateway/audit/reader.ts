import { IDENTIFIERS } from '../../mappings/domain/systems.ts';
import { AGENT_ROLES, theCentre, thePartner } from './audit-parts.ts';

/** Who reads: a system of the centre or of a partner, and the person for whom it does, where it says so. */
export interface Reader {
  readonly of: { readonly centre: string } | { readonly partner: string } | { readonly operator: string };
  /** Which of its systems. */
  readonly client?: string;
  /** The centre’s number of the person, and the part in which that person reads. */
  readonly professional?: string;
  readonly role?: string;
}

/** Who asks for a centre: one of its systems, and the person for whom it does, where it says so. */
export interface CentreReader {
  readonly centre: string;
  readonly reader: Reader;
}

/** The system that reads, as an agent of an entry. */
export const systemOf = ({ of, client }: Reader): Pick<fhir4.AuditEventAgent, 'who' | 'altId'> => ({
  ...('centre' in of && { who: theCentre(of.centre) }),
  ...('partner' in of && { who: thePartner(of.partner) }),
  ...('operator' in of && { who: { type: 'Device', display: 'Passerelle' } }),
  ...('operator' in of ? { altId: of.operator } : client !== undefined && { altId: client }),
});

/** The person of a centre for whom a system reads, as an agent of an entry. */
export const personOf = (professional: string, role: string | undefined, centre: string): fhir4.AuditEventAgent => ({
  type: AGENT_ROLES.person,
  who: {
    type: 'PractitionerRole',
    identifier: { system: IDENTIFIERS.professionalRole(centre), value: professional },
  },
  ...(role !== undefined && { role: [{ text: role }] }),
  requestor: true,
});
