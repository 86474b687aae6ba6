/** A child that a partner refers to a centre, as a person there or a test says it. Invented families only. */
export interface StandInReferral {
  readonly child: {
    readonly given: string;
    readonly family: string;
    readonly birthDate: string;
    readonly sex?: 'female' | 'male';
    readonly card?: { readonly kind: 'nam' | 'ohip'; readonly number: string };
    readonly language?: 'fr' | 'en';
  };
  /** What is asked, in words. */
  readonly what: string;
  readonly reason?: string;
  readonly priority?: 'routine' | 'urgent';
  /** Who there asks. */
  readonly askedBy?: string;
  readonly note?: string;
  readonly letter?: { readonly title: string; readonly text: string };
  /** The centre that is asked, by its id; the stand-in's own choice if absent. */
  readonly centre?: string;
}
