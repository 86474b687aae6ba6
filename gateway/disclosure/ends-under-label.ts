import type { CirclePreviewTold } from '../../mappings/domain/circle-preview-told.ts';
import { partnerIn } from '../../mappings/domain/current-task.ts';
import type { Issue } from '../../profiles/issue.ts';

type EndUnderLabel = CirclePreviewTold['ends'][number];

/** A request that ends at its recipient, by the numbers that the centre knows them by. */
export const endNamed = ({ groupIdentifier, owner }: fhir4.Task): EndUnderLabel => ({
  request: groupIdentifier?.value ?? '',
  recipient: partnerIn(owner) ?? '',
});

/** How many are named; of the rest, how many there are. */
const NAMED_MAX = 20;

/** What whoever puts a label is told: which requests end under it, and that what was read cannot be called back. */
export function endsUnderIt(ends: readonly EndUnderLabel[]): Issue {
  const named = ends.slice(0, NAMED_MAX).map(({ request, recipient }) => `${request} (${recipient})`);
  const more = ends.length - named.length;
  const list = named.join(', ');
  return {
    severity: 'warning',
    code: 'business-rule',
    expression: 'labels',
    text: {
      fr: `Sous cette étiquette, la vue d’un destinataire ne montre plus rien de ce qui lui était demandé : ${ends.length === 1 ? 'une demande prend' : `${ends.length} demandes prennent`} fin, et qui l’a reçue apprend qu’elle est annulée, rien d’autre. ${list}${more > 0 ? `, et ${more} autres` : ''}. Ce qui a été lu ne se reprend pas. Sans l’étiquette, faites une nouvelle demande (replaces).`,
      en: `Under this label a recipient’s lens shows nothing any more of what was asked of them: ${ends.length === 1 ? 'one request ends' : `${ends.length} requests end`}, and whoever received it is told that it is cancelled, nothing else. ${list}${more > 0 ? `, and ${more} more` : ''}. What was read cannot be called back. Without the label, make a new request (replaces).`,
    },
  };
}
