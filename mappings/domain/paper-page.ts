/** What one printed or faxed page says: already through the partner's lens, in one language, in words. */
export interface PaperPage {
  readonly language: 'fr' | 'en';
  /** The pairwise number under which this partner knows the request; also the PDF's title. */
  readonly requestNumber: string;
  /** What kind of request it is: `Prescription sociale`, `Demande au programme SIPPE`. */
  readonly title: string;
  /** When the page was made, ISO 8601 with offset; the PDF's creation date. */
  readonly preparedAt: string;
  /** The same moment in words, in the centre's time zone: `12 mars 2025 à 9 h 40`. */
  readonly preparedAtText: string;
  readonly centre: {
    readonly name: string;
    readonly telephone: string;
    readonly fax?: string;
    readonly address?: string;
  };
  readonly recipient: { readonly name: string; readonly fax?: string; readonly telephone?: string };
  /** First on the page: whom it is safe to call, how, when, in which language, and what must not be done. */
  readonly safeContact: {
    readonly heading: string;
    /** The person first: the first line is the most visible. */
    readonly lines: readonly string[];
    /** Each completes «Ne pas : …» or `Do not: …`; one that begins with these words is printed as it is. */
    readonly mustNot: readonly string[];
  };
  /** `Rappeler le centre : 514 555-0123`. */
  readonly callBack: string;
  readonly sections: readonly {
    readonly heading: string;
    readonly rows: readonly { readonly label: string; readonly text: string }[];
  }[];
  /** `Votre réponse (par téléphone ou par télécopieur)`. */
  readonly answerHeading: string;
  /** Tick boxes: `Accepté`, `Liste d'attente`. */
  readonly answers: readonly string[];
  /** Labels of the lines to fill by hand: `Nom`, `Date`, `Remarque`; the last gets the most room. */
  readonly answerLines: readonly string[];
  /** The notice at the bottom. */
  readonly confidentiality: string;
}
