// Any text as XML text. What XML 1.0 cannot hold at all (control characters, lone surrogates) becomes U+FFFD.
const NOT_XML = /[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // A parser would make a space or a line feed of these.
  '\u0085': '&#133;',
  '\u2028': '&#8232;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

export function toXml(text: string): string {
  return text.replace(NOT_XML, '\ufffd').replace(/[&<>"\t\n\r\u0085\u2028]/g, (character) => ENTITIES[character] ?? character);
}
