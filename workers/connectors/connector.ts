/** What a partner's channel gives back for a message that it took. */
export interface Receipt {
  readonly reference: string;
}

/** One partner's channel. `send` throws GatewayError: `unavailable` (try again) or `partnerRefused` (a person must look). */
export interface Connector {
  send(message: fhir4.Bundle<fhir4.FhirResource>, signal: AbortSignal): Promise<Receipt>;
}
