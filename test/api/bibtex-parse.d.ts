// The package has no types of its own.
declare module 'bibtex-parse' {
  export function entries(text: string): readonly Readonly<Record<string, string | number>>[];
}
