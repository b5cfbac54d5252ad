// A link from the data is followed only when it is http or https; anything else stays text.
export function toSafeUrl(url: string): string | null {
  try {
    const { protocol, href } = new URL(url);
    return protocol === 'http:' || protocol === 'https:' ? href : null;
  } catch {
    return null;
  }
}
