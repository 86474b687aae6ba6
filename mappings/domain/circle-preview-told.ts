/** What a version of a child’s circle would do once it is in the record (`POST /v1/care-circles/_preview`). */
export interface CirclePreviewTold {
  /** The requests that end under a label that it puts on the child’s whole file, each at its recipient: number at the centre, id in the registry. */
  readonly ends: readonly { readonly request: string; readonly recipient: string }[];
}
