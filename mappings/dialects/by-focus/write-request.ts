import { IDENTIFIERS } from '../../domain/systems.ts';
import { callTheCentreFirst } from '../call-the-centre-first.ts';
import type { OutgoingContext, PartyCard, TravellingRequest, Written } from '../dialect.ts';
import type { Guide } from './guide.ts';
import { extensionsLost, lost } from './losses.ts';
import { codeOut } from './request-codes.ts';
import { createOnce, named, put, transaction, urlIn } from './transaction.ts';

/**
 * A request for a server that follows a guide that links by `Task.focus`. The Task is created once: a revision changes the request and the
 * child, and leaves the owner’s state on its Task as it stands. The safe contact is cut: «call the centre first» is the first thing to read.
 */
export function writeRequest(guide: Guide, travelling: TravellingRequest, context: OutgoingContext): Written {
  const { number, task, request, child, letters } = travelling;
  const { messageId, sender, recipient, language } = context;
  const url = (part: string) => urlIn(messageId, part);
  const identifier = [guide.numbered(number)];
  const callFirst = callTheCentreFirst(language, sender.telephone);
  const centre: fhir4.Reference = {
    reference: url('Organization'),
    identifier: { system: IDENTIFIERS.centre, value: sender.id },
    display: sender.name,
  };
  const owner: fhir4.Reference = {
    identifier: { system: IDENTIFIERS.partner, value: recipient.id },
    display: recipient.name,
  };
  const status = task.status === 'received' ? 'requested' : task.status;
  const subject = child === undefined ? { display: WITHHELD } : named(url('Patient'), child);
  const { extension: _cut, ...elements } = request;
  const asked = guide.request(
    {
      ...elements,
      meta: { profile: [guide.profiles.request] },
      identifier,
      code: codeOut(request.code),
      subject,
      requester: centre,
      performer: [owner],
    },
    callFirst,
  );
  const business = guide.businessCodes(status === 'draft' ? 'draft' : 'requested');
  const outgoing: fhir4.Task = {
    ...task,
    meta: { profile: [guide.profiles.task] },
    identifier,
    status,
    ...(business.length > 0 && { businessStatus: { coding: [...business] } }),
    description: callFirst,
    focus: named(url('ServiceRequest'), asked),
    for: subject,
    requester: centre,
    owner,
  };
  return transaction(
    messageId,
    [
      createOnce(url('Task'), outgoing, number),
      put(url('ServiceRequest'), asked, number),
      ...(child === undefined ? [] : [put(url('Patient'), child, child.identifier?.[0])]),
      put(url('Organization'), organizationOf(sender), centre.identifier),
      ...letters.map((letter) =>
        put(
          url(`DocumentReference ${letter.identifier?.[0]?.value}`),
          { ...letter, context: { related: [named(url('ServiceRequest'), asked)] } },
          letter.identifier?.[0],
        ),
      ),
    ],
    [...extensionsLost(request), ...(status === task.status ? [] : [lost('Task.status')])],
  );
}

/** Whom to call back. */
const organizationOf = ({ id, name, telephone }: PartyCard): fhir4.Organization => ({
  resourceType: 'Organization',
  identifier: [{ system: IDENTIFIERS.centre, value: id }],
  active: true,
  name,
  ...(telephone !== undefined && { telecom: [{ system: 'phone', value: telephone }] }),
});

const WITHHELD = 'Enfant : identité transmise après l’acceptation / Child: identity given after acceptance';
