import fc from 'fast-check';
import type { AuditEntry } from '../../gateway/audit/chain.ts';

const word = fc.stringMatching(/^[a-z0-9-]{1,12}$/);

/** Entries of different content and size, each with an id of its own. */
export const auditEntries = (lengths: { readonly minLength: number; readonly maxLength: number }) =>
  fc
    .uniqueArray(
      fc.record({
        id: fc.uuid(),
        recorded: fc.date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true }),
        kind: word,
        children: fc.array(word, { maxLength: 3 }),
      }),
      { ...lengths, selector: ({ id }) => id },
    )
    .map((all) =>
      all.map(
        ({ id, recorded, kind, children }): AuditEntry => ({
          resourceType: 'AuditEvent',
          id,
          type: { code: 'rest' },
          recorded: recorded.toISOString(),
          agent: [{ requestor: true }],
          source: { site: 'verdun', observer: { display: 'Passerelle' } },
          entity: [
            { what: { display: kind }, detail: [{ type: 'kind', valueString: kind }] },
            ...children.map((value) => ({ what: { identifier: { system: 'urn:x', value } } })),
          ],
        }),
      ),
    );
