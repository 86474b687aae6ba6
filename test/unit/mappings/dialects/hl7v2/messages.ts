/** A hospital's own messages, in shapes that sites send: made up, of an invented family. */
export const referralOf = (
  {
    event = 'I12',
    version = '2.4',
    at = '20260302101500-0500',
  }: { readonly event?: string; readonly version?: string; readonly at?: string },
  ...segments: readonly string[]
): string =>
  [
    `MSH|^~\\&|SIURGE|HOPITAL|PASSERELLE|verdun|${at}||REF^${event}^REF_I12|MSG-1|P|${version}|||AL|AL|CAN|8859/1`,
    ...segments,
    '',
  ].join('\r');

export const RF1 =
  'RF1|P^Pending^HL70283|R^Routine^HL70280|Med^Medical^HL70281|||778899^SIURGE|20260301||20260228|^Retard de langage';
export const PRD = 'PRD|RP^Referring Provider^HL70286|Lavoie^Ève^^^Dre|||^WPN^PH^^^514^5550199||12345^LN';
export const CTD = 'CTD|CP|Roy^Luc';
export const PID =
  'PID|1|TREZ20511501^^^QC|MRN-7^^^HOPITAL^MR~TREZ20511501^^^RAMQ^JHN||Tremblay^Zoé^Anne||20200115|F|||12 rue du Port^app. 3^Montréal^QC^H4G 1A1^CAN^H||^PRN^PH^^^514^5550123~514 555-0124||FRA';
export const OBR = 'OBR|1|778899^SIURGE||306174003^Orthophonie^SCT|||||||||||||||||||||||^^^20260401';

export const answerOf = (...segments: readonly string[]): string =>
  ['MSH|^~\\&|SIURGE|HOPITAL|PASSERELLE|verdun|20260302101500||RRI^I12^RRI_I12|MSG-2|P|2.3.1', ...segments, ''].join(
    '\r',
  );

export const appointmentOf = (event: string, ...segments: readonly string[]): string =>
  [`MSH|^~\\&|SIURGE|HOPITAL|PASSERELLE|verdun|20260302101500||SIU^${event}^SIU_S12|MSG-3|P|2.4`, ...segments, ''].join(
    '\r',
  );
