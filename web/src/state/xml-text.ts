// Text for XML: SVG, GEXF, GraphML. Control characters have no place there, not even escaped.

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to remove
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

export const escapeXml = (text: string): string =>
  text
    .replace(/\p{Surrogate}/gu, '')
    .replace(FORBIDDEN, '')
    .replace(/[&<>"'\n\r\t]/g, (sign) => ENTITIES[sign] ?? sign);
