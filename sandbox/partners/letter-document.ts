/** A letter that goes with an answer, as its text: contained in the Task that carries the answer. */
export const letterDocument = (text: string, at: string): fhir4.DocumentReference & { readonly id: string } => ({
  resourceType: 'DocumentReference',
  id: 'letter',
  status: 'current',
  description: LETTER_TITLE,
  content: [
    {
      attachment: {
        contentType: 'text/plain',
        title: LETTER_TITLE,
        creation: at,
        data: Buffer.from(text, 'utf8').toString('base64'),
      },
    },
  ],
});

const LETTER_TITLE = 'Rapport du partenaire';

/** Where the Task names it. */
export const LETTER_OUTPUT: fhir4.TaskOutput = {
  type: { text: 'letter' },
  valueReference: { reference: '#letter' },
};

export const isLetter = (resource: fhir4.Resource): resource is fhir4.DocumentReference =>
  resource.resourceType === 'DocumentReference';
