import type { CoherenceRule } from './rule.ts';

/** Without an agreement that names its recipient a request is kept and does not leave: the sender is told what is missing (design.md §2, fhir.md §6). */
export const recipientAgreed: CoherenceRule = ({ status = 'active', recipient, agreements = [] }) => {
  if (status !== 'active' || recipient === undefined) return [];
  if (agreements.some((agreement) => agreement.recipient === recipient)) return [];
  return [
    {
      severity: 'warning',
      code: 'business-rule',
      element: '.agreements',
      text: {
        fr: 'demande enregistrée, pas envoyée : il manque l’accord pour ce destinataire. Ajoutez à agreements qui est d’accord (by), quand (at), et le même recipient que la demande.',
        en: 'request kept, not sent: the agreement for this recipient is missing. Add to agreements who agreed (by), when (at), and the same recipient as the request.',
      },
    },
  ];
};
