/** The English beside a French text of a definition, by HL7's translation extension. */
export const inEnglish = (content: string): fhir4.Element => ({
  extension: [
    {
      url: 'http://hl7.org/fhir/StructureDefinition/translation',
      extension: [
        { url: 'lang', valueCode: 'en-CA' },
        { url: 'content', valueString: content },
      ],
    },
  ],
});
