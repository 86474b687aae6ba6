/** Whether a message that ends at a person left; in doubt it is not sent again, and a person looks (fhir.md §3). */
export type Sent = 'sent' | 'in-doubt';
