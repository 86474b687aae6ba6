import type { RegisterActor, RegisterEntry } from '../domain/register-told.ts';
import { FOREIGN, IDENTIFIERS } from '../domain/systems.ts';

const DESTINATION = '110152';
const EXPORT = '110106';

/** What an audit entry says, for the register of a centre. Total: an entry that says less gives less. */
export function registerEntryFrom(event: fhir4.AuditEvent, centre: string): RegisterEntry {
  const isDisclosure = event.type.code === EXPORT;
  const reader = event.agent.find(({ type }) => type?.coding?.[0]?.code === DESTINATION);
  const person = event.agent.find(({ type }) => type?.coding?.[0]?.code === 'IRCP');
  const details = (event.entity ?? []).flatMap(({ detail }) => detail ?? []);
  const labels = (event.entity ?? []).flatMap(({ securityLabel }) => securityLabel ?? []);
  const detail = (type: string): string | undefined => details.find((it) => it.type === type)?.valueString;
  const recipient = isDisclosure ? partnerOf(reader?.who) : undefined;
  const [channel, why] = [detail('channel'), detail('why')];
  const byRole = person?.role?.[0]?.text;
  const [purpose] = event.purposeOfEvent ?? [];
  const code = purpose?.coding?.[0]?.code;
  return {
    id: event.id ?? '',
    at: event.recorded,
    act: isDisclosure ? 'disclosed' : actOf(event),
    by: isDisclosure ? { kind: 'centre', id: centre } : actorOf(reader ?? event.agent[0], person, centre),
    ...(byRole !== undefined && { byRole }),
    ...(recipient !== undefined && { recipient }),
    ...(channel !== undefined && { channel }),
    ...(why !== undefined && { why }),
    ...(purpose?.text !== undefined && { basis: purpose.text }),
    ...(code !== undefined && { purpose: code }),
    what: detail('kind') ?? 'request',
    children: (event.entity ?? []).flatMap(({ what }) =>
      what?.identifier?.system === IDENTIFIERS.child(centre) ? (what.identifier.value ?? []) : [],
    ),
    letters: (event.entity ?? []).filter(({ what }) => what?.reference?.startsWith('DocumentReference/')).length,
    restricted: labels.some((it) => it.system === FOREIGN.confidentiality && it.code !== 'N'),
    askedAlone:
      basisIn(purpose?.text ?? '').reason === 'own-consent' ||
      labels.some((it) => it.system === FOREIGN.actCode && it.code === 'ADOL'),
    about: (event.entity ?? []).flatMap(({ what }) => what?.reference ?? requestIn(what?.identifier, centre)),
  };
}

const requestIn = (identifier: fhir4.Identifier | undefined, centre: string): readonly string[] =>
  identifier?.system === IDENTIFIERS.request(centre) ? [`${identifier.system}|${identifier.value}`] : [];

const OVERRIDES: Readonly<Record<string, RegisterEntry['act']>> = { '110127': 'glassOpened', '110138': 'glassSigned' };

const actOf = ({ action, subtype }: fhir4.AuditEvent): RegisterEntry['act'] =>
  OVERRIDES[subtype?.[0]?.code ?? ''] ?? actOfAction(action);

const actOfAction = (action: fhir4.AuditEvent['action']): RegisterEntry['act'] =>
  action === 'D' ? 'destroyed' : action === 'E' ? 'searched' : 'read';

const partnerOf = (who: fhir4.Reference | undefined): string | undefined =>
  who?.identifier?.system === IDENTIFIERS.partner ? who.identifier.value : undefined;

function actorOf(
  reader: fhir4.AuditEventAgent | undefined,
  person: fhir4.AuditEventAgent | undefined,
  centre: string,
): RegisterActor {
  const partner = partnerOf(reader?.who);
  if (partner !== undefined) return { kind: 'partner', id: partner };
  if (reader?.who?.identifier === undefined) return { kind: 'operator', id: reader?.altId ?? '' };
  const professional = person?.who?.identifier?.value;
  return {
    kind: 'centre',
    id: reader.who.identifier.value ?? centre,
    ...(reader.altId !== undefined && { client: reader.altId }),
    ...(professional !== undefined && { professional }),
  };
}

/** What a basis rests on: `{reference} ({reason})`, as the last moment before a send wrote it down. */
export function basisIn(basis: string): { readonly ref: string; readonly reason?: string } {
  const [, ref, reason] = /^(.*) \(([a-z-]+)\)$/s.exec(basis) ?? [];
  return ref === undefined || reason === undefined ? { ref: basis } : { ref, reason };
}
