import { outgoingContext } from '../../gateway/disclosure/outgoing-context.ts';
import { operationOutcome } from '../../gateway/doors/http/operation-outcome.ts';
import { pageView } from '../../gateway/doors/partner-page/page-view.ts';
import { GatewayError } from '../../gateway/failures.ts';
import { bser } from '../../mappings/dialects/bser/bser.ts';
import { caErec } from '../../mappings/dialects/ca-erec/ca-erec.ts';
import type { Dialect } from '../../mappings/dialects/dialect.ts';
import { gravity } from '../../mappings/dialects/gravity/gravity.ts';
import { hl7v2 } from '../../mappings/dialects/hl7v2/hl7v2.ts';
import { paperPage } from '../../mappings/dialects/paper.ts';
import { passerelle } from '../../mappings/dialects/passerelle.ts';
import { travellingRequest } from '../../mappings/dialects/travelling-request.ts';
import { addressed, gatewayOver, type OnRecord } from './one-case.ts';

const DIALECTS: Readonly<Record<string, Dialect>> = { passerelle, gravity, bser, 'ca-erec': caErec, hl7v2 };

/** The bytes that leave of one request by every channel; or, where nothing may, what is answered instead. */
export async function allChannels(record: OnRecord): Promise<Readonly<Record<string, string>>> {
  const { disclosures, collected, now } = gatewayOver(record);
  const { partner, number } = record;
  const disclosable = await disclosures.read(number);
  if (disclosable === undefined) throw new Error('the record does not know the request');
  const seen = await disclosures.disclose(disclosable, partner.transport).catch((error: unknown) => {
    if (error instanceof GatewayError && error.kind === 'noBasis') return error;
    throw error;
  });
  const polled = JSON.stringify(await collected.show(partner, number)) ?? '';
  if (seen instanceof GatewayError)
    return {
      poll: polled,
      error: `${seen.message} ${JSON.stringify([operationOutcome(seen.issues, 'fr'), operationOutcome(seen.issues, 'en')])}`,
      warning: JSON.stringify(disclosures.missing(disclosable)),
    };
  const { task } = disclosable;
  const context = outgoingContext(addressed(disclosable), {
    messageId: '0b0e7c3e-0000-5000-8000-000000000001',
    at: now().toISOString(),
  });
  const written = Object.entries(DIALECTS).map(([name, dialect]) => {
    const { message, lost } = dialect.writeRequest(travellingRequest(task, seen, seen.letters), context);
    const text = message.form === 'hl7v2' ? message.text : JSON.stringify(message.bundle);
    return [name, `${text}\n${JSON.stringify(lost)}`] as const;
  });
  const { centre } = disclosable;
  const page = (language: 'fr' | 'en') =>
    JSON.stringify(paperPage(seen, { language, preparedAt: now(), centre, partner }));
  return {
    ...Object.fromEntries(written),
    poll: polled,
    'paper-fr': page('fr'),
    'paper-en': page('en'),
    'web-page': JSON.stringify(pageView(seen, disclosable, { pending: undefined, correctableMs: 60_000, at: now() })),
  };
}
