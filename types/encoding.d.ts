// The one platform class that ingest needs and both Node and browsers have; the rest of either stays out of reach.
declare class TextDecoder {
  constructor(label?: string, options?: { readonly fatal?: boolean });
  decode(bytes: Uint8Array): string;
}
