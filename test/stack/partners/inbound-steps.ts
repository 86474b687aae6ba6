import { eventually, request, type StackSandbox } from '../stack-sandbox.ts';

interface InboundSeen {
  readonly id: string;
  readonly what?: string;
}

/** The referral in these words that a partner made of Hochelaga, once it is in the record. */
export async function inboundFrom(sandbox: StackSandbox, partner: string, what: string): Promise<InboundSeen> {
  const { body } = await eventually(
    () => sandbox.call('GET', `/v1/inbound-referrals?sender=${partner}&limit=100`),
    (answer) => answer.status === 200 && answer.body.referrals.some((one: InboundSeen) => one.what === what),
  );
  return body.referrals.find((one: InboundSeen) => one.what === what);
}

/** A person says that it is a child whom the centre did not know, where the centre's record leaves a doubt. */
export async function settled(sandbox: StackSandbox, referral: string): Promise<void> {
  const { body } = await sandbox.call('GET', '/v1/matches?limit=100');
  if (!JSON.stringify(body).includes(referral)) return;
  const answer = await sandbox.call('POST', `/v1/matches/${referral}`, {
    body: { newChild: true, decidedBy: 'la coordonnatrice' },
  });
  if (answer.status >= 300) throw new Error(JSON.stringify(answer.body));
}

/** Errors of HL7's own validator, in HAPI, which does not have the guides' profiles: a message is base R4 to it. */
export async function errorsByHl7(sandbox: StackSandbox, message: fhir4.Bundle): Promise<readonly unknown[]> {
  const bare = JSON.parse(JSON.stringify(message), (key, value) => (key === 'meta' ? undefined : value));
  const { body } = await request('POST', `${sandbox.stack.hapi.url}/Bundle/$validate`, bare, {
    'content-type': 'application/fhir+json',
  });
  return body.issue.filter(({ severity }: fhir4.OperationOutcomeIssue) => ['error', 'fatal'].includes(severity));
}
